import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { HOSTILE_INPUTS, HOSTILE_RUN } from '../support/hostile-documents.ts';
import { BRIDGE } from '../support/story.ts';

const home = process.cwd();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'claimwatch-'));
  process.chdir(folder);
});
afterEach(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true });
});

describe('no input makes a run fail, or take a second one down', () => {
  test.each(HOSTILE_INPUTS.filter(({ isSlow }) => !isSlow).map((input) => [input.what, input] as const))(
    '%s',
    { timeout: 120_000 },
    async (_what, { document, baseline = () => BRIDGE, outcome, told }) => {
      await writeFile('feed.xml', document());
      await writeFile('story.json', JSON.stringify(baseline()));
      const first = await claimwatch(HOSTILE_RUN);
      expect(first.out + first.err).toMatch(outcome);
      expect(first.err).not.toMatch(/\n\s+at /);
      if (first.code === 1) return;
      expect((await claimwatch(HOSTILE_RUN)).out).toMatch(
        /1 feed, 1 unchanged; 0 items, 0 new; nothing new was recorded/,
      );
      const { out } = await claimwatch(['feeds', 'list']);
      if (told) expect(out.replace(/\s+/g, ' ')).toMatch(told);
      else expect(out).not.toMatch(/are cut|left out/);
    },
  );
});
