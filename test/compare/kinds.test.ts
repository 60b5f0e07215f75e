import { describe, expect, test } from 'vitest';
import { valueData } from '../../lib/view/values.ts';
import { changesBy, recordsOf, storyOf } from '../support/records.ts';
import { item } from '../support/story.ts';

const VISIT = {
  visit: 'Transport minister Adela Brandt will visit the island of Norhaven; no date has been given.',
};
const DATED = {
  visit: 'Transport minister Adela Brandt will visit the island of Norhaven on 12 March 2026.',
};
const TOLL = {
  toll: 'At least 7 people were killed and 20 injured when the storm hit Norhaven on 1 March 2026.',
};
const SILENT = {
  silence:
    'Sundline did not respond to a request for comment on the safety inspection of the Norhaven ferries.',
};
const RUNNING = { strike: 'Ferry crews at Sundline in Norhaven are still on strike.' };

describe('each kind of change', () => {
  test.each<[string, Record<string, string>, string[], string[]]>([
    ['scheduled', VISIT, ['Brandt to visit Norhaven on 12 March'], ['visit scheduled 2026-03-12']],
    [
      'scheduled, then narrowed',
      VISIT,
      ['Brandt to visit Norhaven next week', 'Brandt to visit Norhaven on 12 March'],
      ['visit scheduled 2026-03-09/2026-03-15', 'visit scheduled 2026-03-12'],
    ],
    ['rescheduled', DATED, ['Brandt postpones Norhaven visit to 20 March'], ['visit rescheduled 2026-03-20']],
    [
      'put off without a date',
      DATED,
      ['Brandt postpones Norhaven visit'],
      ['visit rescheduled postponed, no new date'],
    ],
    ['cancelled', DATED, ['Brandt cancels Norhaven visit'], ['visit cancelled called off']],
    [
      'confirmed',
      DATED,
      ['Brandt’s Norhaven visit will go ahead as planned'],
      ['visit confirmed 2026-03-12'],
    ],
    ['occurred', VISIT, ['Brandt visits Norhaven'], ['visit occurred ../2026-03-04']],
    ['revised', TOLL, ['Norhaven storm toll rises to 9 dead'], ['toll revised 9']],
    ['revised by what is added', TOLL, ['Two more people killed by storm on Norhaven'], ['toll revised 9']],
    [
      'responded',
      SILENT,
      ['Sundline says safety inspection of Norhaven ferries found no fault'],
      ['silence responded 2026-03-04'],
    ],
    ['over', RUNNING, ['Ferry crews at Sundline in Norhaven end strike'], ['strike occurred ../2026-03-04']],
    [
      'denied',
      { fault: 'Sundline says that the Norhaven ferry had passed its safety inspection.' },
      ['Inspector denies that Norhaven ferry of Sundline passed safety inspection'],
      ['fault denied denied'],
    ],
    [
      'cancelled, of what somebody plans to hold',
      { protest: 'Residents plan to hold a protest in Norhaven on 14 March 2026 over the Kestrel Dam.' },
      ['Protest in Norhaven over Kestrel Dam cancelled'],
      ['protest cancelled called off'],
    ],
  ])('%s', (_kind, claims, headlines, expected) => expect(changesBy(claims, headlines)).toEqual(expected));
});

describe('records nothing', () => {
  test.each<[string, Record<string, string>, string]>([
    ['what the article has already', DATED, 'Brandt to visit Norhaven on 12 March'],
    ['a toll that the article has', TOLL, 'Norhaven storm killed 7, police say'],
    ['a figure to compare with', TOLL, 'Norhaven storm deadliest since 1976, when 41 people died'],
    ['another place', VISIT, 'Adela Brandt to visit Stockholm on 12 March'],
    ['another person', VISIT, 'Finance minister Per Holm to visit Norhaven on 12 March'],
    ['another storm’s toll', TOLL, 'Storm in Jakarta kills 12'],
    ['a party that still says nothing', SILENT, 'Sundline declines to comment on Norhaven ferry inspection'],
    [
      'a place whose name shares a word with the silent party',
      {
        silence:
          'Kestrel Power did not respond to a request for comment on the search for missing workers at its Norhaven dam.',
      },
      'Search for missing Kestrel Dam workers in Norhaven called off',
    ],
    ['what may be', DATED, 'Why Norhaven matters to ferry crews'],
    ['another matter', VISIT, 'Champion wins sixth chess game in Norhaven'],
  ])('%s', (_what, claims, headline) => expect(changesBy(claims, [headline])).toEqual([]));
});

test('each of several siblings takes what is its own', () => {
  const claims = {
    talks: 'Sundline and the crews union are to hold talks on pay in Osterby; no date has been set.',
    reopening: 'The Norhaven bridge is expected to reopen on 14 March 2026.',
    vote: 'The Norhaven council will vote on the ferry contract on 30 March 2026.',
  };
  const headlines = [
    'Norhaven bridge to reopen on 18 March',
    'Sundline and crews union to hold pay talks in Osterby on Friday',
    'Norhaven council postpones vote on ferry contract to 7 April',
  ];
  expect(changesBy(claims, headlines)).toEqual([
    'reopening rescheduled 2026-03-18',
    'talks scheduled 2026-03-06',
    'vote rescheduled 2026-04-07',
  ]);
});

test('a turn that no claim foresaw is told once several outlets have it', () => {
  const story = storyOf({
    ...VISIT,
    bridge: 'The Norhaven bridge is to reopen on 14 March 2026, minister Adela Brandt says.',
    cost: 'Repairing the Norhaven bridge will cost 4 million crowns, Adela Brandt told the Norhaven council.',
  });
  const reports = [
    item({
      title: 'Norhaven minister Adela Brandt resigned over lobbyist gifts',
      source: 'The Paper',
      publishedAt: '2026-03-04T09:00:00.000Z',
    }),
    item({
      title: 'Norhaven islanders cheer as Adela Brandt quits over lobbyist affair',
      source: 'Coast Radio',
      publishedAt: '2026-03-04T10:00:00.000Z',
    }),
  ];
  expect(recordsOf(story, reports.slice(0, 1))).toEqual([]);
  expect(
    recordsOf(story, reports).map(({ kind, claimId, value }) => [kind, claimId, valueData(value)]),
  ).toEqual([['new', null, 'Norhaven minister Adela Brandt resigned over lobbyist gifts']]);
});
