import { stringify } from 'csv-stringify/sync';
import type { Kind } from '../model/report.ts';
import { originsOf } from './count.ts';
import { type Screen, table } from './layout.ts';
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
  const rows = records.map((record) => cells(record, several));
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

function cells(record: WordedRecord, several: boolean): string[] {
  const { firstSeen, story, claimId, kind, before, after, id } = record;
  const claim = claimId ?? '(no claim)';
  return [
    firstSeen.slice(0, 10),
    several ? `${story} ${claim}` : claim,
    kind,
    `${before} → ${after}`,
    String(originsOf(record).size),
    shortId(id),
  ];
}

/** The part of a record's id that tells it apart: `peace-plan.1a2b3c4d5e` → `1a2b3c4d5e`. */
export function shortId(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/** A kind in its colour: red ends a claim, yellow moves it, green bears it out. */
export function paintKind(kind: Kind, text: string, { paint }: Screen): string {
  if (kind === 'cancelled' || kind === 'denied') return paint.red(text);
  if (kind === 'rescheduled' || kind === 'revised') return paint.yellow(text);
  return kind === 'new' || kind === 'responded' ? paint.cyan(text) : paint.green(text);
}

const FIELDS = [
  'id',
  'story',
  'claimId',
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
  'links',
] as const;

/** Change records for a spreadsheet; cells that it would take for formulas are defused. */
export function changesCsv(records: readonly WordedRecord[]): string {
  const rows = records.map((record) => {
    const { evidence, supersedes: _, contested: _contested, rejected: _rejected, ...plain } = record;
    return {
      ...plain,
      reports: evidence.length,
      origins: [...originsOf(record)].join('; '),
      links: evidence.map(({ link }) => link).join(' '),
    };
  });
  return stringify(rows, { header: true, columns: [...FIELDS], escape_formulas: true }).trimEnd();
}

/** Change records for a page or a ticket. */
export function changesMarkdown(records: readonly WordedRecord[]): string {
  const row = (values: readonly string[]) =>
    `| ${values.map((value) => value.replace(/[\\|]/g, '\\$&').replace(/\n/g, ' ')).join(' | ')} |`;
  const several = severalStories(records);
  return [
    row(TITLES),
    row(TITLES.map(() => '---')),
    ...records.map((record) => row(cells(record, several))),
  ].join('\n');
}
