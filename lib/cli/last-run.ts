import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { HOME } from './table.ts';

const FILE = join(HOME, 'last-run.json');
const LAST_RUN = v.record(v.string(), v.array(v.string()));

/** Notes what a story's feeds were, so that `explain` can read them again. */
export async function rememberFeeds(stories: readonly string[], feeds: readonly string[]): Promise<void> {
  const known = await readAll();
  await mkdir(HOME, { recursive: true });
  await writeFile(
    FILE,
    JSON.stringify({ ...known, ...Object.fromEntries(stories.map((story) => [story, feeds])) }, null, 1),
  );
}

/** The feeds that a story was last run with; empty where it never was. */
export async function recallFeeds(story: string): Promise<readonly string[]> {
  return (await readAll())[story] ?? [];
}

async function readAll(): Promise<Record<string, string[]>> {
  const text = await readFile(FILE, 'utf8').catch(() => '{}');
  try {
    const parsed = v.safeParse(LAST_RUN, JSON.parse(text));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
