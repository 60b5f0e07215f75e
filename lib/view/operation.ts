import type { FeedState } from '../model/feed.ts';
import type { Condition, HeldCondition } from '../model/operation.ts';
import { masked, withMaskedAddresses } from '../text/masked.ts';
import type { TextMessage } from './announcement/text.ts';
import { plural } from './count.ts';
import { timeOf } from './dates.ts';
import { readableLine } from './readable.ts';

/** A feed that has failed for long. */
interface FailingFeed {
  readonly state: FeedState;
  readonly failure: NonNullable<FeedState['failure']>;
}

/** What is new of a deployment's work. */
export interface OperationNews {
  readonly stack: string;
  readonly begun: readonly HeldCondition[];
  readonly over: readonly HeldCondition[];
  readonly failing: readonly FailingFeed[];
}

/** So many feeds are told of by name in one message. */
const FEEDS_NAMED = 20;

/** What whoever operates a deployment is told, in one message. @param table for the commands in it */
export function operationMessage(
  { stack, begun, over, failing }: OperationNews,
  { zone, table }: { readonly zone: string; readonly table: string },
): TextMessage {
  const told = [
    ...begun.map(({ condition }) => headOf(condition)),
    ...(failing.length > 0 ? [`${plural(failing.length, 'feed')} failing for a day`] : []),
    ...over.map(({ condition }) => `over: ${headOf(condition)}`),
  ];
  const more = failing.length - FEEDS_NAMED;
  const paragraphs = [
    ...begun.map(({ condition, since }) => `${sentenceOf(condition, zone)} Since ${timeOf(since, zone)}.`),
    ...(failing.length > 0
      ? [
          [
            `${failing.length === 1 ? 'This feed has' : 'These feeds have'} failed for a day. See the runbook, "A feed fails".`,
            ...failing.slice(0, FEEDS_NAMED).map((each) => `  ${feedLine(each, zone)}`),
            ...(more > 0 ? [`  and ${plural(more, 'more feed')}`] : []),
            `If one is gone for good: claimwatch feeds acknowledge URL --table ${table}`,
          ].join('\n'),
        ]
      : []),
    ...over.map(({ condition, since }) => `It is over, after ${timeOf(since, zone)}: ${headOf(condition)}.`),
    [
      `What else is wrong: claimwatch doctor --stack ${stack}`,
      `Each feed and its health: claimwatch feeds list --table ${table}`,
      'The runbook: lib/infra/README.md in the repository of claimwatch',
    ].join('\n'),
  ];
  return {
    subject: `${stack}: ${told[0] ?? 'nothing new'}${told.length > 1 ? ` and ${told.length - 1} more` : ''}`,
    text: paragraphs.join('\n\n'),
  };
}

function feedLine(
  { state: { url, title }, failure: { cause, why, since } }: FailingFeed,
  zone: string,
): string {
  // What publishers say stands by itself, quoted and cut: it would pass for what the monitor says.
  const named = title === url ? [] : [`> "${quoted(title)}"`];
  return [
    `${masked(url)}: ${cause}, since ${timeOf(since, zone)}`,
    ...[...named, `> ${quoted(withMaskedAddresses(why))}`].map((line) => `    ${line}`),
  ].join('\n');
}

/** So much of a publisher's words is told. */
const QUOTED_LENGTH = 200;

function quoted(text: string): string {
  const line = readableLine(text);
  return line.length > QUOTED_LENGTH ? `${line.slice(0, QUOTED_LENGTH)}…` : line;
}

/** A condition in a few words. */
export function headOf(condition: Condition): string {
  switch (condition.kind) {
    case 'no feed well':
      return 'no feed could be read';
    case 'many feeds failing':
      return `${condition.failing} of ${condition.feeds} feeds fail`;
    case 'nothing new':
      return 'nothing new for a day';
    case 'feeds late':
      return `${plural(condition.late, 'feed')} had to wait`;
    case 'budget nearly spent':
      return `${condition.percent} % of the day's budget is used`;
    case 'items unpaid':
      return 'items wait for the budget';
    case 'items wait':
      return 'items wait for their model';
    case 'channel off':
      return `${condition.channel} is switched off by its receiver`;
    default:
      return condition satisfies never;
  }
}

/** What it means, and where to read on. */
export function sentenceOf(condition: Condition, zone: string): string {
  switch (condition.kind) {
    case 'no feed well':
      return `In three intervals none of ${plural(condition.feeds, 'feed')} was read when it should have been. See the runbook, "No feed is read".`;
    case 'many feeds failing':
      return `${condition.failing} of ${condition.feeds} feeds fail at once: the cause is more likely here than with their publishers. See the runbook, "Many feeds fail".`;
    case 'nothing new':
      return `No feed has brought another document since ${timeOf(condition.since, zone)}. See the runbook, "Nothing is read".`;
    case 'feeds late':
      return `${plural(condition.late, 'feed')} had to wait at this check, ${condition.read} were read. See the runbook, "Feeds wait for their turn".`;
    case 'budget nearly spent':
      return `Of a day's budget for models, of all stories or of one, ${condition.percent} % is used up. See the runbook, "The budget is spent".`;
    case 'items unpaid':
      return `An item has waited for the budget for ${hours(condition.minutes)}. See the runbook, "The budget is spent".`;
    case 'items wait':
      return `An item has waited for its model for ${hours(condition.minutes)}, with budget left. See the runbook, "The provider is down".`;
    case 'channel off':
      return `The receiver of ${condition.channel} wants no more messages. See the runbook, "A channel is switched off".`;
    default:
      return condition satisfies never;
  }
}

function hours(minutes: number): string {
  return plural(Math.round(minutes / 60), 'hour');
}
