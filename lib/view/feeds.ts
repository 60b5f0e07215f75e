import type { ArticlePage, ArticleState } from '../model/article-page.ts';
import type { FeedOutcome, FeedState } from '../model/feed.ts';
import type { FailureNote } from '../model/operation.ts';
import type { WaitingItem } from '../monitor/waiting-port.ts';
import { masked, withMaskedAddresses } from '../text/masked.ts';
import { pageChange } from './article.ts';
import { plural } from './count.ts';
import { minuteOf, timeOf } from './dates.ts';
import { indented, type Screen, table } from './layout.ts';
import { waitingLines } from './waiting.ts';

/** A feed at one look, with the state that the look would leave behind. */
export interface FeedLook {
  readonly feed: string;
  readonly outcome: FeedOutcome;
  readonly state: FeedState;
}

/** So many of its newest headlines are shown. */
const HEADLINES = 3;

/** What is at a feed's address: what was read, what had to be mended, and when it would be asked again. */
export function feedLookView({ feed, outcome, state }: FeedLook, screen: Screen): string {
  const { paint, zone } = screen;
  const row = (name: string, text: string) => indented(`${name.padEnd(12)}${text}`, screen, '  ');
  if (outcome.outcome !== 'read')
    return [
      paint.bold(feed),
      row(
        'Answer',
        outcome.outcome === 'failed' ? paint.red(`${outcome.cause}: ${outcome.why}`) : 'unchanged',
      ),
      row('Next check', nextOf(state, zone)),
    ].join('\n');
  const { title, items, stage, faults, validators, movedTo, bytes, asks, notBefore, hub } = outcome;
  const times = items.flatMap(({ publishedAt }) => publishedAt ?? []).toSorted();
  return [
    paint.bold(feed),
    row('Title', title),
    row('Read', `${stage}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}`),
    row(
      'Items',
      items.length === 0
        ? 'none'
        : `${items.length}, ${spanOf(times, zone)}${state.pace === null ? '' : `; one in ${span(state.pace)}`}`,
    ),
    row('Size', kilobytes(bytes)),
    row('Unchanged', `known ${unchangedBy(validators)}`),
    row('Asks for', asked(asks, notBefore, zone)),
    ...(hub ? [row('Hub', `${hub}: it would tell of news itself (WebSub); it is asked all the same`)] : []),
    ...(movedTo ? [row('Moved', `for good to ${movedTo}: put this address into the baseline`)] : []),
    row('Next check', nextOf(state, zone)),
    ...items
      .toSorted((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
      .slice(0, HEADLINES)
      .map(({ publishedAt, title: headline, origin }) =>
        row(
          publishedAt ? minuteOf(publishedAt, zone).slice(5) : 'no date',
          `${headline} ${paint.dim(`(${origin})`)}`,
        ),
      ),
  ].join('\n');
}

/** What the page of a watched article says of itself. @param changed what its baseline does not say; null where nothing */
export function articleLookView(
  { url, failure }: ArticleState,
  changed: ArticlePage | null,
  screen: Screen,
): string {
  const { paint } = screen;
  const told = failure
    ? paint.red(`its page cannot be read: ${failure}`)
    : changed
      ? paint.yellow(pageChange(changed, screen.zone))
      : 'The article’s page says nothing that its baseline does not.';
  return `${paint.bold(url)}\n${indented(told, screen, '  ')}`;
}

/** From when to when, by what is dated. */
function spanOf(times: readonly string[], zone: string): string {
  const [first] = times;
  return first === undefined
    ? 'none of them dated'
    : `from ${minuteOf(first, zone)} to ${timeOf(times.at(-1) ?? first, zone)}`;
}

function unchangedBy({ etag, lastModified }: FeedState['validators']): string {
  const told = [etag && `ETag ${etag}`, lastModified && `Last-Modified ${lastModified}`].filter(Boolean);
  return told.length > 0
    ? `by ${told.join(' and ')}`
    : 'by its body only: the server gives nothing to ask by';
}

function asked(
  { minutes, skipHours = [] }: FeedState['asks'],
  notBefore: string | null,
  zone: string,
): string {
  const parts = [
    minutes === undefined ? '' : `a look every ${span(minutes)}`,
    skipHours.length > 0 ? `none in the hours ${skipHours.join(', ')} UTC` : '',
    notBefore ? `none before ${timeOf(notBefore, zone)}` : '',
  ].filter(Boolean);
  return parts.join('; ') || 'nothing';
}

/** A feed of a story, with what is kept of it; null where it was never read. */
export interface KnownFeed {
  readonly feed: string;
  readonly state: FeedState | null;
  /** Who said that its failure is known; null where nobody did. */
  readonly acknowledged: FailureNote['acknowledged'];
  /** Its items that a hosted reader has still to judge. */
  readonly waiting: readonly WaitingItem[];
}

/** Feeds with their health, those that fail first. */
export function feedsTable(feeds: readonly KnownFeed[], screen: Screen): string {
  const widths = [undefined, 9, 11, 11, 6, 5, 7];
  return table(
    ['Feed', 'Health', 'Last answer', 'Next check', 'Checks', '304', 'Saved'].map((title, i) => ({
      title,
      width: widths[i],
    })),
    feeds
      .toSorted((a, b) => rank(a) - rank(b) || a.feed.localeCompare(b.feed))
      .map((known) => rowOf(known, screen)),
    screen,
  );
}

function rank({ state }: KnownFeed): number {
  if (state?.failure) return 0;
  return state ? 2 : 1;
}

function rowOf({ feed, state, acknowledged, waiting }: KnownFeed, { paint, zone }: Screen): string[] {
  const address = masked(feed);
  if (!state) return [address, paint.dim('not read'), '', '', '', '', ''];
  const { title, failure, checkedAt, counts, moved, stage, faults, missed } = state;
  const lines = [
    title === feed ? address : `${paint.bold(title)}\n${address}`,
    failure ? paint.red(withMaskedAddresses(failure.why)) : '',
    failure
      ? paint.dim(
          `since ${minuteOf(failure.since, zone)}${failure.times > 1 ? `, ${failure.times} times in a row` : ''}`,
        )
      : '',
    acknowledged ? paint.dim(acknowledgement(acknowledged, zone)) : '',
    missed
      ? paint.yellow(
          `all items were new at ${minuteOf(missed.last, zone)}${missed.times > 1 ? ` (${missed.times} times since ${minuteOf(missed.since, zone)})` : ''}: some may be missed`,
        )
      : '',
    moved ? paint.yellow(`moved to ${masked(moved.to)}`) : '',
    faults.length > 0 ? paint.dim(`${stage}: ${faults.join('; ')}`) : '',
    ...waitingLines(waiting).map((line) => paint.yellow(line)),
  ];
  return [
    lines.filter(Boolean).join('\n'),
    failure ? (acknowledged ? paint.dim(failure.cause) : paint.red(failure.cause)) : paint.green('well'),
    failure ? shortly(state.wholeAt ?? 'never', zone) : shortly(checkedAt, zone),
    shortly(state.nextCheckAt ?? 'at any time', zone),
    String(counts.checks),
    counts.checks > 0 ? `${Math.round((100 * counts.unchanged) / counts.checks)} %` : '',
    kilobytes(counts.saved),
  ];
}

function acknowledgement({ by, at, note }: NonNullable<KnownFeed['acknowledged']>, zone: string): string {
  return `acknowledged by ${by}, ${minuteOf(at, zone)}${note ? `: ${note}` : ''}`;
}

/** Without its year, where it is a time. */
function shortly(time: string, zone: string): string {
  return /^\d/.test(time) ? minuteOf(time, zone).slice(5) : time;
}

function nextOf({ nextCheckAt }: FeedState, zone: string): string {
  if (nextCheckAt === null) return 'at any time';
  return nextCheckAt === 'never' ? 'never' : minuteOf(nextCheckAt, zone);
}

function kilobytes(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1000)} kB`;
}

function span(minutes: number): string {
  if (minutes < 120) return plural(Math.round(minutes), 'minute');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? plural(hours, 'hour') : plural(Math.round(hours / 24), 'day');
}
