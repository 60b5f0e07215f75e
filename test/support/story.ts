import type { FeedItem, Item } from '../../lib/model/item.ts';
import { parseBaseline } from '../../lib/model/parse-baseline.ts';
import { storyOf } from '../../lib/monitor/story.ts';

/** A small story of its own: an island's bridge, its minister and a flood. */
export const BRIDGE = parseBaseline(
  {
    story: 'island-bridge',
    article: {
      title: 'Storm closes Norhaven bridge as minister Adela Brandt promises talks with ferry crews',
      publisher: 'The Islander',
      url: 'https://islander.example/bridge',
      publishedAt: '2026-03-02T08:00:00Z',
    },
    claims: [
      {
        id: 'brandt-visit',
        text: 'Transport minister Adela Brandt will visit the island of Norhaven; no date has been given for the visit.',
      },
      {
        id: 'ferry-talks',
        text: 'The ferry operator Sundline and the crews union are to hold talks on pay in Osterby on 9 March 2026.',
      },
      {
        id: 'storm-toll',
        text: 'At least 7 people were killed and 20 injured when the storm hit Norhaven on 1 March 2026.',
      },
      {
        id: 'operator-silent',
        text: 'Sundline did not respond to a request for comment on the safety inspection of its ferries.',
      },
      { id: 'bridge-reopening', text: 'The Norhaven bridge is expected to reopen on 14 March 2026.' },
    ],
  },
  'the test story',
);

/** The same as it is watched. */
export const BRIDGE_STORY = storyOf(BRIDGE);

/** What is kept beside a story that nobody has judged yet. */
export const UNJUDGED = {
  judged: null,
  isOlder: false,
  putBy: null,
  quietSince: null,
  replayedAt: null,
  isRetired: false,
} as const;

let made = 0;

/** An item of 5 March 2026, unless told otherwise. */
export function item(fields: Partial<Item>): Item {
  made += 1;
  const guid = fields.guid ?? `item-${made}`;
  const source = fields.source ?? 'The Paper';
  const publishedAt = fields.publishedAt ?? '2026-03-05T12:00:00.000Z';
  return {
    id: guid,
    guid,
    title: '',
    summary: '',
    text: '',
    link: `https://${source.replace(/^The /, '').replaceAll(' ', '-').toLowerCase()}.example/${guid}`,
    source,
    origin: source,
    publishedAt,
    saidAt: publishedAt,
    version: `${guid} ${fields.title ?? ''}`,
    ...fields,
  };
}

/** An item as its feed gives it. */
export function told({ version: _, saidAt, ...item }: Item): FeedItem {
  return { ...item, updatedAt: saidAt === item.publishedAt ? null : saidAt };
}

/** Coverage of the bridge story by several outlets: dated, moved, held, revised, answered, and other matters. */
export const BRIDGE_COVERAGE: readonly Item[] = [
  item({
    guid: 'a',
    title: 'Brandt to visit Norhaven on Thursday',
    source: 'Coast Radio',
    publishedAt: '2026-03-03T09:00:00.000Z',
  }),
  item({
    guid: 'b',
    title: 'Minister Adela Brandt will visit Norhaven on 5 March, her office says',
    publishedAt: '2026-03-03T11:00:00.000Z',
  }),
  item({
    guid: 'c',
    title: 'Norhaven storm: death toll rises to 9',
    publishedAt: '2026-03-03T12:00:00.000Z',
  }),
  item({
    guid: 'd',
    title: 'Storm killed 9 people on Norhaven, police say',
    source: 'Coast Radio',
    publishedAt: '2026-03-03T13:00:00.000Z',
  }),
  item({
    guid: 'e',
    title: 'Sundline and crews union postpone pay talks in Osterby to 12 March',
    publishedAt: '2026-03-04T09:00:00.000Z',
  }),
  item({
    guid: 'f',
    title: 'Sundline says safety inspection of its ferries found no fault',
    publishedAt: '2026-03-04T10:00:00.000Z',
  }),
  item({
    guid: 'g',
    title: 'Transport minister Adela Brandt visits Norhaven on Thursday',
    summary: 'Transport minister Adela Brandt visited the island of Norhaven on Thursday.',
    publishedAt: '2026-03-05T17:00:00.000Z',
  }),
  item({
    guid: 'h',
    title: 'Norhaven bridge reopening delayed to 20 March',
    source: 'Coast Radio',
    publishedAt: '2026-03-06T08:00:00.000Z',
  }),
  item({ guid: 'i', title: 'Osterby choir wins national prize', publishedAt: '2026-03-06T09:00:00.000Z' }),
  item({
    guid: 'j',
    title: 'Chess: champion holds on in sixth game',
    source: 'Coast Radio',
    publishedAt: '2026-03-06T10:00:00.000Z',
  }),
];
