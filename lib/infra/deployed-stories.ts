import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Baseline } from '../model/baseline.ts';
import { InputError } from '../model/input-error.ts';
import { parseBaseline, unknownKeys } from '../model/parse-baseline.ts';

/** The stories of these files, or those of `baseline/`. @throws InputError that names the file and what is wrong in it */
export function readStories(named: readonly string[] | undefined, folder: string): Baseline[] {
  const files = named ?? shippedStories(folder);
  const stories = files.map((file) => readStory(resolve(folder, file), file));
  checkStories(stories, files);
  return stories;
}

function shippedStories(folder: string): string[] {
  return readdirSync(join(folder, 'baseline'))
    .filter((name) => /\.(?:json|ya?ml)$/.test(name))
    .toSorted()
    .map((name) => join('baseline', name));
}

function readStory(path: string, file: string): Baseline {
  let data: unknown;
  try {
    const text = readFileSync(path, 'utf8');
    data = /\.ya?ml$/.test(file) ? parseYaml(text) : JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `claimwatch.stories: ${file} cannot be read (${(error as Error).message}): expected a baseline in JSON or YAML`,
    );
  }
  const baseline = parseBaseline(data, file);
  const strangers = unknownKeys(data);
  if (strangers.length > 0)
    throw new InputError(
      `claimwatch.stories: ${file} has keys that nothing reads:\n${strangers.map((key) => `  ${key}`).join('\n')}\nMend or remove them.`,
    );
  return baseline;
}

function checkStories(stories: readonly Baseline[], files: readonly string[]): void {
  for (const [i, { story, feeds }] of stories.entries()) {
    const twin = stories.findIndex((other) => other.story === story);
    if (twin < i)
      throw new InputError(
        `claimwatch.stories: ${files[twin]} and ${files[i]} are both of the story "${story}": give each a slug of its own`,
      );
    if (feeds.length === 0)
      throw new InputError(
        `claimwatch.stories: ${files[i]} names no feeds: list the URLs to read for it under "feeds"`,
      );
  }
}
