import type { Evidence, StoredChange } from '../../lib/model/report.ts';
import type { Records } from '../../lib/monitor/ports.ts';
import { storyOf } from '../../lib/monitor/story.ts';
import { servedAddress } from '../../lib/page/address.ts';
import { pageApp } from '../../lib/page/app.ts';
import type { PageOptions } from '../../lib/page/context.ts';
import { oneEditor } from '../../lib/page/visitors.ts';
import { changeWith, surely } from './evidence.ts';
import { BRIDGE } from './story.ts';

/** A story whose records a page shows: a date that moved, a toll, a visit that may be off, a turn. */
export const PAGE_STORY = storyOf({ ...BRIDGE, story: 's' });
export const NOW = new Date('2026-03-20T12:00:00Z');
export const TOKEN = 'token-of-the-forms';

const said = (quote: string, link = 'https://paper.example/1'): Partial<Evidence> => ({
  title: `Latest: ${quote}`,
  quote,
  link,
});
export const dead = (amount: number, lines: readonly string[], change: Partial<Evidence> = {}) =>
  changeWith(
    'storm-toll',
    'figure:dead',
    { kind: 'figure', amount, upTo: null, bound: 'exactly', unit: null },
    lines,
    change,
  );

export const CHANGES: readonly StoredChange[] = [
  surely(
    changeWith('brandt-visit', 'date', { kind: 'date', edtf: '2026-03-09' }, ['4 10:00 The Paper 0.9'], {
      ...said('Brandt will visit on 9 March'),
    }),
  ),
  surely(dead(9, ['5 09:00 The Paper 0.9', '5 11:00 The Post 0.9'], said('nine people were killed'))),
  changeWith(
    'ferry-talks',
    'state',
    { kind: 'state', state: 'called-off', on: null },
    ['6 08:00 The Post 0.7'],
    said('the talks are off'),
  ),
  changeWith('brandt-visit', 'date', { kind: 'date', edtf: '2026-03-12' }, ['7 10:00 The Post 0.7'], {
    ...said('Brandt now comes on 12 March'),
  }),
];

/** Keeps a story with these changes. @param at when they were written */
export async function keepChanges(
  records: Records,
  changes: readonly StoredChange[] = CHANGES,
  at = '2026-03-10T09:00:00.000Z',
): Promise<void> {
  await records.saveStory(PAGE_STORY);
  for (const change of changes)
    for (const evidence of change.evidence) await records.addEvidence(change, evidence, at);
}

/** The pages on a table, for one editor. */
export function pagesOn(records: Records, change: Partial<PageOptions> = {}, name = 'ada') {
  return pageApp({
    records: (work) => work(records),
    visitors: oneEditor(name, TOKEN),
    zone: 'UTC',
    now: () => NOW,
    hosts: () => ['localhost'],
    address: servedAddress,
    feeds: (origin) => origin,
    since: null,
    failed: (error) => String(error),
    seenCookie: 'seen',
    refused: () => {},
    ...change,
  });
}
