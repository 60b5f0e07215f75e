import type { RunSummary } from '../monitor/check.ts';
import { plural } from './count.ts';

/** What judged in a run. */
export type ReadBy =
  | { readonly kind: 'rules'; readonly isSet: boolean }
  | { readonly kind: 'answers'; readonly file: string }
  | {
      readonly kind: 'model';
      readonly name: string /** So large a share of what it calls sure is right; null where nobody measured it. */;
      readonly sure: number | null;
    };

/** What judged, what that is worth, and what else could. */
export function readByLine(reader: ReadBy): string {
  switch (reader.kind) {
    case 'rules':
      return `Read by rules${reader.isSet ? '' : ', since no reader is set'}: about 4 in 10 of their findings are right, 2 in 3 where two outlets agree, so everything is listed as possible, for your yes or no.`;
    case 'answers':
      return `Read by recorded answers (${reader.file}); all else is live. To read by rules, add --reader rules; by a model of your own, --reader openai:BASE_URL#MODEL or bedrock:MODEL.`;
    case 'model':
      return reader.sure !== null
        ? `Read by ${reader.name}: of what it calls sure ${Math.round(100 * reader.sure)} in 100 are right, as measured.`
        : `Read by ${reader.name}, which was not measured: all of it is only possible, until you measure it (npm run score -- --reader ${reader.name}).`;
    default:
      return reader satisfies never;
  }
}

/** The tokens that a run's requests took, and what they cost. */
export interface Spent {
  readonly requests: number;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  /** In US dollars; null where no price is known. */
  readonly cost: number | null;
}

const NUMBERS = new Intl.NumberFormat('en-GB');

export function spentLine({ requests, input, cached, output, cost }: Spent): string {
  const tokens = `${NUMBERS.format(input)} tokens sent${cached > 0 ? ` (${NUMBERS.format(cached)} of them cached)` : ''}, ${NUMBERS.format(output)} received`;
  return `${plural(requests, 'request')}: ${tokens}; ${cost === null ? 'no price is known for this model' : `about ${cost.toFixed(4)} US dollars`}`;
}

/** So many items are named that were not judged. */
const NAMED = 3;

/** What was not judged, and why: a line for each reason. */
export function unreadLines({ unread }: Pick<RunSummary, 'unread'>): string[] {
  const reasons = new Map<string, string[]>();
  for (const { guid, why } of unread) reasons.set(why, [...(reasons.get(why) ?? []), guid]);
  return [...reasons].map(([why, guids]) => {
    const named = guids.slice(0, NAMED).join(', ');
    const more = guids.length > NAMED ? ` and ${guids.length - NAMED} more` : '';
    return `${plural(guids.length, 'item')} not judged: ${why} (${named}${more})`;
  });
}
