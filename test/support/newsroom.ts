import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Item } from '../../lib/model/item.ts';
import { bridgeAnswers } from './bridge-answers.ts';
import { rss } from './rss.ts';
import { BRIDGE, BRIDGE_COVERAGE } from './story.ts';

/** A folder with the bridge story and a feed for each of its outlets, in which a file's commands are run. */
export function useNewsroom(): void {
  const home = process.cwd();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimwatch-'));
    process.chdir(folder);
    await writeFile('bridge.json', JSON.stringify(BRIDGE));
    await mkdir('feeds');
    await writeFeeds(BRIDGE_COVERAGE);
    await writeAnswers();
  });
  afterAll(async () => {
    process.chdir(home);
    await rm(folder, { recursive: true });
  });
}

/** The feeds as their outlets have them now. */
export async function writeFeeds(items: readonly Item[]): Promise<void> {
  for (const source of new Set(items.map((item) => item.source))) {
    const own = items.filter((item) => item.source === source);
    await writeFile(join('feeds', `${source.replace(' ', '-')}.xml`), rss(source, own));
  }
}

/** What the model says of the story's coverage, and of more items. */
export async function writeAnswers(...said: Parameters<typeof bridgeAnswers>): Promise<void> {
  const lines = bridgeAnswers(...said).map((line) => JSON.stringify(line));
  await writeFile('answers.jsonl', lines.join('\n'));
}

/** `run` on the story and its feeds by recorded answers, with more options. */
export const run = (...options: string[]) => [
  'run',
  '--reader',
  'answers:answers.jsonl',
  '--baseline',
  'bridge.json',
  '--feeds',
  'feeds',
  ...options,
];
