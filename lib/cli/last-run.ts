import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { HOME } from './table.ts';

const FILE = join(HOME, 'last-run.json');
/** What a story was last run with. */
interface LastRun {
  readonly feeds: readonly string[];
  readonly reader?: string | undefined;
}

/** Version 0.1.0 noted the feeds alone. */
const LAST_RUN = v.record(
  v.string(),
  v.union([
    v.object({ feeds: v.array(v.string()), reader: v.optional(v.string()) }),
    v.pipe(
      v.array(v.string()),
      v.transform((feeds) => ({ feeds })),
    ),
  ]),
);

/** Notes what stories were run with, so that `explain` can read them again. */
export async function rememberRun(stories: readonly string[], run: LastRun): Promise<void> {
  const known = await readAll();
  // Only a help for `explain`: a run does not fail for it.
  await mkdir(HOME, { recursive: true }).catch(() => {});
  const all = { ...known, ...Object.fromEntries(stories.map((story) => [story, run])) };
  await writeFile(FILE, JSON.stringify(all, null, 1)).catch(() => {});
}

/** What a story was last run with; null where it never was. */
export async function recallRun(story: string): Promise<LastRun | null> {
  return (await readAll())[story] ?? null;
}

async function readAll(): Promise<Readonly<Record<string, LastRun>>> {
  const text = await readFile(FILE, 'utf8').catch(() => '{}');
  try {
    const parsed = v.safeParse(LAST_RUN, JSON.parse(text));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
