import type { ClaimFault, LintedClaim } from '../model/lint.ts';
import { isLoopback } from '../model/loopback.ts';
import { wordDate } from '../text/word-date.ts';
import { plural } from './count.ts';
import { indented, type Screen } from './layout.ts';
import { wordValue } from './values.ts';

/** What a feed of a baseline carries at one look. */
export interface LintedFeed {
  readonly feed: string;
  /** Why it can't be read; null where it can. */
  readonly failure: string | null;
  readonly items: number;
  /** How many of them may be of the story, whenever they were published. */
  readonly ofStory: number;
}

/** How many faults there are in all. */
export function faultCount(claims: readonly LintedClaim[], feeds: readonly LintedFeed[]): number {
  return claims.reduce((sum, { faults }) => sum + faults.length, feeds.filter(feedFault).length);
}

/** What the monitor makes of each claim and each feed, and what is to be mended. @param looked null where no feed was read */
export function lintView(
  claims: readonly LintedClaim[],
  looked: readonly LintedFeed[] | null,
  screen: Screen,
): string {
  const { paint } = screen;
  const feeds = looked ?? [];
  const faults = faultCount(claims, feeds);
  const line = (text: string) => indented(text, screen, '  ');
  return [
    ...claims.flatMap(({ claim, slots, silent, kinds, faults: own }) => [
      paint.bold(claim.id),
      line(claim.text),
      line(
        paint.dim(
          `${[...saysOf(slots, silent), `takes ${kinds.join(', ') || 'nothing by rules'}`].join('; ')}`,
        ),
      ),
      ...own.map((each) => line(paint.yellow(`Mend: ${faultText(each)}`))),
      '',
    ]),
    ...feeds.flatMap((feed) => {
      const fault = feedFault(feed);
      return [
        paint.bold(feed.feed),
        line(
          paint.dim(
            feed.failure ?? `${plural(feed.items, 'item')}, ${feed.ofStory} that may be of the story`,
          ),
        ),
        ...(fault ? [line(paint.yellow(`Mend: ${fault}`))] : []),
        '',
      ];
    }),
    `${plural(claims.length, 'claim')}${looked ? `, ${plural(feeds.length, 'feed')}` : ''}: ${faults === 0 ? 'nothing to mend' : `${faults} to mend`}`,
    ...(looked?.length === 0
      ? ['No feeds are named: list some under "feeds", or find some by: claimwatch feeds suggest FILE']
      : []),
  ].join('\n');
}

/** What a claim says, slot by slot: `pending`, `due 9 March 2026`, `7 dead`. */
function saysOf({ stage, due, figures }: LintedClaim['slots'], silent: readonly string[]): string[] {
  return [
    ...(silent.length > 0 ? [] : [STAGES[stage]]),
    ...(due
      ? [`${stage === 'pending' ? 'due' : /^\d{4}(?:-\d{2})?$/.test(due) ? 'in' : 'on'} ${wordDate(due)}`]
      : stage === 'pending'
        ? ['no date']
        : []),
    ...figures.map((slot) =>
      wordValue(
        { kind: 'figure', amount: slot.amount, upTo: null, bound: slot.bound, unit: slot.unit },
        slot,
      ),
    ),
    ...(silent.length > 0 ? [`silent: ${silent.join(', ')}`] : []),
  ];
}

const STAGES = {
  pending: 'its event is ahead',
  running: 'its event is under way',
  closed: 'its event is over',
  stated: 'states something',
} as const;

/** What to mend, in a line. */
export function faultText({ fault, words, date }: ClaimFault): string {
  const [first = '', second = ''] = words;
  switch (fault) {
    case 'nothing':
      return 'no event, figure or party was recognised; the rules read English only, a model reads any language';
    case 'events':
      return `more than one event is ahead (“${first}”, “${second}”): make a claim of each`;
    case 'pronoun':
      return `it begins with “${first}”: write out whom or what it stands for`;
    case 'relative':
      return `“${first}” counts from the day of publication${date ? ` (${wordDate(date)})` : ''}: write the date in full`;
    case 'long':
      return `it has ${first} words: keep to one event, figure or stance`;
    case 'twin':
      return `“${first}” says the same: leave one of them out`;
    default:
      return fault satisfies never;
  }
}

function feedFault({ feed, failure, items, ofStory }: LintedFeed): string | null {
  if (failure !== null)
    return isLoopback(URL.parse(feed)?.hostname ?? '')
      ? `it is on this machine, where no file may send us: add --feeds ${feed}`
      : 'it can’t be read: check its address, or leave it out';
  if (items === 0) return 'it carries no items: check its address';
  return ofStory === 0 ? 'none of its items names the story: see whether it ever will' : null;
}
