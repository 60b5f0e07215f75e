import { appendFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../lib/model/item.ts';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom, writeFeeds } from '../support/newsroom.ts';
import { BRIDGE_COVERAGE, item } from '../support/story.ts';

useNewsroom();

const reported = (guid: string, day: string, title: string, change: Partial<Item> = {}) =>
  item({ guid, title, publishedAt: `2026-03-${day}T10:00:00.000Z`, source: 'Herald', ...change });

/** Items beside the story's own coverage; what a reader says of them, with its quote where that is not the headline. */
const ITEMS: readonly (readonly [
  Item,
  ...(readonly [claim: string, kind: string, value: string, quote?: string])[],
])[] = [
  [
    reported('before', '01', 'Minister Adela Brandt to visit Norhaven in spring'),
    ['brandt-visit', 'scheduled', 'spring'],
  ],
  [reported('nothing', '04', 'Norhaven islanders wait for Adela Brandt’s visit')],
  [
    reported('misquoted', '04', 'Adela Brandt plans for Norhaven'),
    ['brandt-visit', 'scheduled', '2026-03-09', 'Brandt will come on 9 March'],
  ],
  [reported('no-figure', '04', 'Norhaven storm toll rises, police say'), ['storm-toll', 'revised', '99']],
  [
    reported('no-news', '04', 'Norhaven bridge to reopen on 14 March'),
    ['bridge-reopening', 'scheduled', '2026-03-14'],
  ],
  [
    reported('silent', '05', 'Norhaven ferry inspection: the harbour master says all is well'),
    ['operator-silent', 'responded', 'all is well'],
  ],
  [reported('falls', '06', 'Norhaven storm: 8 people killed, ministry says'), ['storm-toll', 'revised', '8']],
  [
    reported('over', '07', 'Minister Adela Brandt to visit Norhaven on 6 March'),
    ['brandt-visit', 'scheduled', '2026-03-06'],
  ],
];

beforeAll(async () => {
  await writeFeeds([
    ...BRIDGE_COVERAGE,
    reported('unjudged', '04', 'Adela Brandt’s Norhaven visit, explained'),
    ...ITEMS.map(([each]) => each),
  ]);
  const lines = ITEMS.map(([{ guid, title }, ...said]) =>
    JSON.stringify({
      item: guid,
      changes: said.map(([claim, kind, value, quote = title]) => ({
        claim,
        kind,
        value,
        quote,
        sure: guid !== 'over',
      })),
      new: [],
    }),
  );
  await appendFile('answers.jsonl', `\n${lines.join('\n')}\n`);
  await claimwatch(run());
});

const whyNot = async (guid: string, claim: string, ...options: string[]) =>
  (await claimwatch(['explain', '--why-not', '--item', guid, '--claim', claim, ...options])).out.replace(
    /\s+/g,
    ' ',
  );

describe('every refusal ends in its reason', () => {
  test.each<[string, string, string, RegExp, ...string[]]>([
    [
      'another matter',
      'j',
      'storm-toll',
      /^Step 1, gate: .* No\. Found it is not about the story: its terms score \d.* Needed terms of the story that score 0\.47/,
    ],
    [
      'an item of before the article',
      'before',
      'brandt-visit',
      /^Step 1, gate: .* Found it was published before the article/,
    ],
    ['no answer', 'unjudged', 'brandt-visit', /^Step 2, reader: .* Found it was not judged: /],
    [
      'nothing found',
      'nothing',
      'brandt-visit',
      /^Step 2, reader: .* Found the reader finds nothing on the claim/,
    ],
    [
      'words that do not stand there',
      'misquoted',
      'brandt-visit',
      /^Step 4, proof: .* Found “Brandt will come on 9 March”: the words do not stand in the item .* proof "quote"/,
    ],
    [
      'a figure that stands nowhere',
      'no-figure',
      'storm-toll',
      /^Step 3, value: .*: 99 does not stand in the item .* proof "figure"/,
    ],
    [
      'what the article says',
      'no-news',
      'bridge-reopening',
      /^Step 4, proof: .*: the article has 2026-03-14 already .* proof "news"/,
    ],
    [
      'another party',
      'silent',
      'operator-silent',
      /^Step 4, proof: .*: the party that kept silent is not named .* proof "silence"/,
    ],
    [
      'a sibling’s',
      'a',
      'storm-toll',
      /^Step 5, sibling: .* Found the reader gives “Brandt to visit Norhaven on Thursday” to brandt-visit \(scheduled\)/,
    ],
    [
      'a toll that falls',
      'falls',
      'storm-toll',
      /^Step 6, ledger: .* No: it is lower, .*, by [\da-f]{10} \(revised, 7 dead → 9 dead\)/,
    ],
    [
      'what was over',
      'over',
      'brandt-visit',
      /^Step 6, ledger: .* No: the event was over before it was said, by [\da-f]{10} \(occurred,/,
    ],
    [
      'a possible record',
      'f',
      'operator-silent',
      /^Step 6, ledger: .* Yes: .*, possible, \d\d % likely; a report of at least 95 % would make it sure: `changes --possible` lists it/,
    ],
    [
      'a sure one',
      'a',
      'brandt-visit',
      /^Step 6, ledger: .* Yes: [\da-f]{10} \(scheduled, no date → 5 March 2026\), sure: `changes` lists it/,
    ],
    [
      'rules: no clause',
      'nothing',
      'storm-toll',
      /^Step 2, reader: .* Found no clause has the claim’s event/,
      '--reader',
      'rules',
    ],
    ['rules: too little in common', 'unjudged', 'brandt-visit', /^Step 2, reader: /, '--reader', 'rules'],
    ['rules: no report of theirs is kept', 'c', 'storm-toll', /^Step 6, ledger: /, '--reader', 'rules'],
  ])('%s', async (_what, guid, claim, expected, ...options) => {
    expect(await whyNot(guid, claim, ...options)).toMatch(expected);
  });

  test('an editor’s no', async () => {
    const { out } = await claimwatch(['changes', '--json', '--claim', 'bridge-reopening']);
    await claimwatch(['reject', JSON.parse(out).changes[0].id, '--by', 'ada', '--note', 'a typing error']);
    expect(await whyNot('h', 'bridge-reopening')).toMatch(
      /^Step 6, ledger: .* No: ada rejected it at .* UTC \(“a typing error”\)/,
    );
  });

  test('recorded answers that are gone: what is kept of the item is told all the same', async () => {
    await writeFile('answers.jsonl', 'nonsense');
    expect(await whyNot('a', 'brandt-visit')).toMatch(/^Step 6, ledger: .* Yes: /);
    const { out } = await claimwatch(['explain', '--item', 'a', '--claim', 'brandt-visit']);
    expect(out).toMatch(/It was not judged: answers\.jsonl, line 1/);
    expect(out).toMatch(/6\. Is it a record\? Yes: /);
  });
});
