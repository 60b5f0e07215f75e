import { extname } from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { Baseline } from '../model/baseline.ts';
import { InputError } from '../model/input-error.ts';
import { parseBaseline, unknownKeys } from '../model/parse-baseline.ts';
import { readTextFile } from './text-file.ts';

/**
 * A baseline from a JSON or YAML file.
 * @param note told of each key that nothing reads
 * @throws InputError that says what is wrong with it and where
 */
export async function readBaselineFile(file: string, note: (text: string) => void): Promise<Baseline> {
  const data = parseText(await readText(file), file);
  const baseline = parseBaseline(data, file);
  for (const key of unknownKeys(data)) note(`${file}: ignores the unknown key ${key}`);
  return baseline;
}

/** The baselines of some files. @throws InputError as above, and where two are of one story */
export async function readBaselines(
  files: readonly string[],
  note: (text: string) => void,
): Promise<Baseline[]> {
  const baselines = await Promise.all(files.map((file) => readBaselineFile(file, note)));
  for (const [i, { story }] of baselines.entries()) {
    const twin = baselines.findIndex((other) => other.story === story);
    if (twin < i)
      throw new InputError(
        `${files[twin]} and ${files[i]} are both of the story "${story}": give each story a slug of its own`,
      );
  }
  return baselines;
}

async function readText(file: string): Promise<string> {
  try {
    return await readTextFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const found = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code;
    throw new InputError(
      `${file} cannot be read: ${found}, expected a baseline in JSON or YAML; check the path`,
    );
  }
}

function parseText(text: string, file: string): unknown {
  const isYaml = /^\.ya?ml$/i.test(extname(file));
  try {
    const data: unknown = isYaml ? parseYaml(text, { logLevel: 'error' }) : JSON.parse(text);
    // What refers to itself, or nests without end, can be kept nowhere.
    JSON.stringify(data);
    return data;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `${file} is not ${isYaml ? `YAML: ${why}` : `JSON: ${placed(why, text)}`}\nFix it and run again; nothing was recorded.`,
    );
  }
}

/** JSON.parse's message with the line and column of the offset that it names; newer Nodes add them by themselves. */
function placed(message: string, text: string): string {
  const offset = /position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return message;
  const before = text.slice(0, Number(offset)).split('\n');
  return `${message.replace(/ \(line.*\)$/, '')} (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
