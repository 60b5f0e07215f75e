import { BRIDGE } from './story.ts';

/** A document of a feed, or a baseline, that is meant to make a run slow, large or fail. */
export interface HostileInput {
  readonly what: string;
  readonly document: () => string;
  readonly baseline?: () => object;
  /** What the run comes to, in its last line or its errors. */
  readonly outcome: RegExp;
  /** What `feeds list` says of it; missing where nothing was cut. */
  readonly told?: RegExp;
  /** It takes many seconds, by what it is: for the bench alone. */
  readonly isSlow?: true;
}

/** The command that reads such a document, and its baseline, by rules. */
export const HOSTILE_RUN = [
  'run',
  '--baseline',
  'story.json',
  '--feeds',
  'feed.xml',
  '--reader',
  'rules',
  '--clock',
  '2026-03-06',
];

const PUBLISHED = '<pubDate>Thu, 05 Mar 2026 09:00:00 GMT</pubDate>';
const channel = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Hostile Herald</title>${items}</channel></rss>`;
const entry = (title: string, rest = '', guid = 'one') =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>${PUBLISHED}${rest}</item>`;
const SENTENCE = 'Minister Adela Brandt will visit Norhaven on 9 March, as the storm toll rises to 9 dead. ';
const filled = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

const READ = /1 feed; 1 item, 1 new/;

export const HOSTILE_INPUTS: readonly HostileInput[] = [
  { what: 'an ordinary item', document: () => channel(entry(SENTENCE)), outcome: READ },
  {
    what: 'a headline of 132 kB, sentences of the story',
    document: () => channel(entry(filled(SENTENCE, 132_000))),
    outcome: READ,
    told: /titles longer than 500 characters are cut \(1\)/,
  },
  {
    what: 'a headline of 132 kB, one word',
    document: () => channel(entry(filled('Norhaven', 132_000))),
    outcome: READ,
    told: /titles longer than 500 characters are cut \(1\)/,
  },
  {
    what: 'a headline of 132 kB, dates and figures',
    document: () => channel(entry(filled('Brandt 9 March 2026, 12 dead, $4 billion; ', 132_000))),
    outcome: READ,
    told: /titles longer than 500 characters are cut \(1\)/,
  },
  {
    what: 'a headline of 132 kB, quotes and blanks',
    document: () => channel(entry(filled('“ \u00a0” , - ', 132_000))),
    outcome: READ,
    told: /titles longer than 500 characters are cut \(1\)/,
  },
  {
    what: 'a summary of 1 MB, sentences of the story',
    document: () =>
      channel(entry('Norhaven storm', `<description>${filled(SENTENCE, 1_000_000)}</description>`)),
    outcome: READ,
  },
  {
    what: 'a summary of 8 kB, figures in a row',
    document: () =>
      channel(
        entry(
          'Norhaven storm toll',
          `<description>${filled('7 dead and 8 dead or 9 dead, ', 8_000)}</description>`,
        ),
      ),
    outcome: READ,
  },
  {
    what: 'a text of 1 MB, no sentence ever ends',
    document: () =>
      channel(
        entry(
          'Norhaven storm',
          `<description>${filled('Adela Brandt of Norhaven and Sundline in Osterby, ', 1_000_000)}</description>`,
        ),
      ),
    outcome: READ,
  },
  {
    what: '60,000 items in one document',
    document: () =>
      channel(
        Array.from(
          { length: 60_000 },
          (_, i) => `<item><guid>${i}</guid><title>Norhaven storm: ${i} homes dark</title></item>`,
        ).join(''),
      ),
    outcome: /1 feed; 1500 items, 1500 new/,
    told: /of its 60000 entries the newest 1500 are read/,
  },
  {
    what: '1,500 items of 3 kB, all of the story',
    document: () =>
      channel(
        Array.from({ length: 1_500 }, (_, i) =>
          entry(`${SENTENCE} ${i}`, `<description>${filled(SENTENCE, 3_000)}</description>`, `item-${i}`),
        ).join(''),
      ),
    isSlow: true,
    outcome: /1 feed; 1500 items, 1500 new/,
  },
  {
    what: 'a guid and a link of 100 kB',
    document: () =>
      channel(
        entry(SENTENCE, `<link>https://hostile.example/${filled('a', 100_000)}</link>`, filled('g', 100_000)),
      ),
    outcome: READ,
    told: /links that are no http addresses, or too long, are left out \(1\)/,
  },
  {
    what: 'a link that is a script',
    document: () => channel(entry(SENTENCE, '<link>javascript:alert(1)</link>')),
    outcome: READ,
    told: /links that are no http addresses, or too long, are left out \(1\)/,
  },
  {
    what: '100,000 elements, one in the other',
    document: () => channel(entry(`${SENTENCE}${'<b>'.repeat(100_000)}`)),
    isSlow: true,
    outcome: /1 feed(?:, 1 failed)?; [01] items?/,
  },
  {
    what: '400 claims of 400 characters',
    document: () => channel(entry(SENTENCE)),
    baseline: () => ({
      ...BRIDGE,
      claims: Array.from({ length: 400 }, (_, i) => ({
        id: `c-${i}`,
        text: filled(`In district ${i}, ${SENTENCE}`, 400),
      })),
    }),
    outcome: READ,
  },
  {
    what: 'a claim of 500 kB',
    document: () => channel(entry(SENTENCE)),
    baseline: () => ({ ...BRIDGE, claims: [{ id: 'c', text: filled(SENTENCE, 500_000) }] }),
    outcome:
      /claims\.0\.text: found ".*expected one sentence that the article states of up to 2000 characters/,
  },
];
