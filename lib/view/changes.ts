import { stringify } from 'csv-stringify/sync';
import { type Kind, shortId } from '../model/report.ts';
import { originsOf, plural } from './count.ts';
import { dayIn, timeOf } from './dates.ts';
import { type Screen, table } from './layout.ts';
import { webLink } from './web-link.ts';
import type { WordedRecord } from './worded.ts';

export const FORMATS = ['table', 'json', 'csv', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

const TITLES = ['First seen', 'Claim', 'Kind', 'Before → after', 'Origins', 'Id'];
/** Where records of several stories stand together, each claim is named with its story. */
const severalStories = (records: readonly WordedRecord[]) =>
  new Set(records.map(({ story }) => story)).size > 1;
/** The longest claim id that is shown whole, in columns. */
const MAX_CLAIM = 32;

/** Change records, oldest first, as a person reads them. */
export function changesTable(records: readonly WordedRecord[], screen: Screen): string {
  const several = severalStories(records);
  const rows = records.map((record) => cells(record, several, screen.zone));
  const claims = Math.min(MAX_CLAIM, Math.max(5, ...rows.map(([, claim = '']) => claim.length)));
  const widths = [10, claims, 11, undefined, 7, 10];
  return table(
    TITLES.map((title, i) => ({ title, width: widths[i] })),
    rows.map((row, k) =>
      row.map((cell, i) => (i === 2 && records[k] ? paintKind(records[k].kind, cell, screen) : cell)),
    ),
    screen,
  );
}

function cells(record: WordedRecord, several: boolean, zone: string): string[] {
  const { firstSeen, story, claimId, kind, before, after, id } = record;
  const claim = claimId ?? '(no claim)';
  return [
    dayIn(firstSeen, zone),
    several ? `${story} ${claim}` : claim,
    kind,
    `${before} → ${after}`,
    String(originsOf(record).size),
    shortId(id),
  ];
}

/** A kind in its colour: red ends a claim, yellow moves it, green bears it out. */
export function paintKind(kind: Kind | 'taken back', text: string, { paint }: Screen): string {
  if (kind === 'cancelled' || kind === 'denied' || kind === 'taken back') return paint.red(text);
  if (kind === 'rescheduled' || kind === 'revised') return paint.yellow(text);
  return kind === 'new' || kind === 'responded' ? paint.cyan(text) : paint.green(text);
}

const FIELDS = [
  'id',
  'story',
  'claimId',
  'claim',
  'aspect',
  'kind',
  'value',
  'before',
  'after',
  'firstSeen',
  'lastSeen',
  'confidence',
  'certainty',
  'reports',
  'origins',
  'decision',
  'quotes',
  'links',
] as const;

/** Change records for a spreadsheet; cells that it would take for formulas are defused. */
export function changesCsv(records: readonly WordedRecord[]): string {
  const rows = records.map((record) => {
    const { evidence, decisions } = record;
    return {
      ...record,
      reports: evidence.length,
      origins: [...originsOf(record)].join('; '),
      decision: decisions.at(-1) ? `${decisions.at(-1)?.verdict} by ${decisions.at(-1)?.by ?? ''}` : '',
      quotes: evidence.map(({ quote, source }) => `“${quote}” (${source})`).join('\n'),
      links: evidence.map(({ link }) => link).join(' '),
    };
  });
  // A formula may hide behind signs that show nothing.
  const visible = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        typeof cell === 'string' ? cell.replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '') : cell,
      ]),
    ),
  );
  return stringify(visible, { header: true, columns: [...FIELDS], escape_formulas: true }).trimEnd();
}

/** So many reports are quoted of a record; the rest are counted. */
const QUOTED = 3;

/** Change records for a page or a ticket, a list item each: the claim, what became of it, and who says so in which words. */
export function changesMarkdown(records: readonly WordedRecord[], { zone }: Pick<Screen, 'zone'>): string {
  return records
    .map((record) => {
      const { kind, before, after, claim, claimId, firstSeen, evidence } = record;
      const more = evidence.length - QUOTED;
      const origins = plural(originsOf(record).size, 'origin');
      return [
        `- **${kind}**: ${plain(before)} → ${plain(after)} (${dayIn(firstSeen, zone)}, ${origins})`,
        ...(claim ? [`  Claim ${plain(claimId ?? '')}: ${plain(claim)}`] : []),
        ...evidence
          .slice(0, QUOTED)
          .map(
            ({ quote, source, link, saidAt }) =>
              `  - “${plain(quote)}” (${webLink(link) ? `[${plain(source)}](<${webLink(link)}>)` : plain(source)}, ${timeOf(saidAt, zone)})`,
          ),
        ...(more > 0 ? [`  - and ${plural(more, 'more report')}`] : []),
      ].join('\n');
    })
    .join('\n');
}

/** A text in one line, with nothing in it that Markdown would take for its own. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|#@]|:(?=\/\/)/g, '\\$&').replace(/\s+/g, ' ');
}
