import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createGate } from '../../lib/compare/gate.ts';
import type { Proven } from '../../lib/compare/prove.ts';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import { judge } from '../../lib/monitor/judge.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { UNMEASURED } from '../../lib/readers/measured.ts';
import { readRecorded, recordedReader } from '../../lib/readers/recorded.ts';
import { valueData } from '../../lib/view/values.ts';
import { item } from '../support/story.ts';

/**
 * Six items each in Spanish, French, German, Ukrainian, Arabic and Japanese on the shipped story, whose claims are in English:
 * labelled coverage retold as newsrooms of these languages write it, and a frontier model's recorded answers to the requests
 * alone.
 */

const FOLDER = 'test/readers/languages';
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const baseline = read('baseline/ukraine-peace-plan.json');
const gold: {
  developments: { claim: string | null; reports: string[] }[];
  items: Record<string, string>;
} = read(`${FOLDER}/gold.json`);
const ITEMS = (read(`${FOLDER}/coverage.json`) as Parameters<typeof item>[0][]).map((each) => {
  const publishedAt = new Date(each.publishedAt ?? '').toISOString();
  return item({ ...each, publishedAt, saidAt: publishedAt });
});
const storyWith = (names: object) => storyOf(parseBaseline({ ...baseline, names }, 'the story'));
const STORY = storyWith(read(`${FOLDER}/names.json`));
const changing = ITEMS.filter(({ guid }) => gold.items[guid] === 'develops');
const passing = (story: typeof STORY) => changing.filter((each) => createGate()(story, each).passed).length;

let found: { readonly guid: string; readonly proven: Proven }[];
beforeAll(async () => {
  const file = `${FOLDER}/answers.jsonl`;
  const reader = recordedReader(readRecorded(readFileSync(file, 'utf8'), file), () => UNMEASURED);
  const judged = await Promise.all(
    ITEMS.map(async (each) => ({ guid: each.guid, of: await judge(reader, STORY, [each]) })),
  );
  found = judged.flatMap(({ guid, of: [judgement] }) =>
    judgement?.outcome === 'read' ? judgement.proven.map((proven) => ({ guid, proven })) : [],
  );
});

test('are six in each of six languages, of which 24 change a claim', () => {
  const languages = ITEMS.map(({ guid }) => guid.slice(0, 2));
  expect([...new Set(languages)].map((name) => languages.filter((each) => each === name).length)).toEqual([
    6, 6, 6, 6, 6, 6,
  ]);
  expect(changing).toHaveLength(24);
});

test('pass the gate, nearly all of them by the names of countries and Cyrillic letters alone', () => {
  expect([passing(storyWith({})), passing(STORY)]).toEqual([22, 24]);
});

describe('what the model finds', () => {
  test('stands by words of their own language', () => {
    const refused = found.filter(({ proven }) => proven.refused);
    expect([found.length, refused.map(({ proven }) => proven.refused?.proof)]).toEqual([38, ['silence']]);
  });

  test('is right in at least nine of ten', () => {
    const right = found.filter(({ guid, proven: { finding } }) =>
      gold.developments.some(({ claim, reports }) => claim === finding.claimId && reports.includes(guid)),
    );
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.89);
  });

  test('has the date or the figure that the words give', () => {
    const told = found.filter(
      ({ proven: { finding, report } }) => report && /^[\d.]+$|^\d{4}-/.test(finding.value ?? ''),
    );
    const other = told.filter(
      ({ proven: { finding, report } }) => report && valueData(report.evidence.value) !== finding.value,
    );
    expect(told.length).toBeGreaterThan(20);
    expect(other.map(({ guid, proven }) => `${guid} ${proven.finding.value}`)).toEqual([]);
  });
});
