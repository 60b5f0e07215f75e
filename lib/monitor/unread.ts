import type { Answer } from '../model/answer.ts';
import type { WaitsFor } from '../model/waiting.ts';
import type { TakenItem } from './ports.ts';

/** An item that failed so often by what may be its own fault is given up: it is asked about again when its story or reader changes. */
export const MAX_TRIES = 5;
export type FailedAnswer = Extract<Answer, { outcome: 'failed' }>;

/** An item in hand that was not judged. */
export interface Failed {
  readonly taken: TakenItem;
  readonly why: string;
  readonly tries: number;
  readonly waitsFor: WaitsFor;
  readonly isAlone: boolean;
}

/** What becomes of an item that was not judged. @param isModelWell others were judged in the same round: a refusal is of this item */
export function failedOf(
  taken: TakenItem,
  { why, isItsOwn = false, isRefused = false, unsent }: FailedAnswer,
  isModelWell: boolean,
): Failed {
  const isOwn = isItsOwn && (!isRefused || isModelWell);
  return {
    taken,
    why,
    tries: taken.tries + (isOwn ? 1 : 0),
    waitsFor: unsent ?? (isOwn ? 'reading' : 'provider'),
    isAlone: taken.isAlone || !unsent,
  };
}
