import type { Finding } from '../../model/answer.ts';
import type { Aspect } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import type { State, Value } from '../../model/value.ts';
import { bounds } from '../../text/edtf.ts';
import { dateMeant, type Words } from './date.ts';
import { figureMeant } from './figure.ts';

/** What a finding comes to, and on which aspect of its claim. */
export interface Meant {
  readonly aspect: Aspect;
  readonly value: Value;
}

/**
 * The typed value of a finding, worked out from the item's own words: the reader's value only tells which of the dates and
 * figures there is meant.
 * @returns null where a figure is said to be another one, and no words of the item give it
 */
export function meant({ kind, value, aspect }: Finding, words: Words, slots: Slots): Meant | null {
  switch (kind) {
    case 'scheduled':
    case 'rescheduled': {
      const edtf = dateMeant(value, words, 'ahead');
      if (edtf !== null) return { aspect: 'date', value: { kind: 'date', edtf } };
      return kind === 'scheduled' ? { aspect: 'date', value: { kind: 'arranged' } } : state('postponed');
    }
    case 'cancelled':
      return state('called-off');
    case 'occurred':
      return state('held', dayBehind(value, words));
    case 'confirmed':
      return slots.stage === 'pending'
        ? state('going-ahead', value === null ? null : dateMeant(value, words, 'ahead'))
        : { aspect: 'stance', value: { kind: 'stance', stance: 'confirmed' } };
    case 'denied':
      return { aspect: 'stance', value: { kind: 'stance', stance: 'denied' } };
    case 'responded':
      return { aspect: 'response', value: { kind: 'response', on: null } };
    case 'revised': {
      const slot = aspect?.startsWith('figure:') ? aspect.slice('figure:'.length) : undefined;
      const figure = figureMeant(value, words, slots, slot);
      return figure && { aspect: `figure:${figure.slot}`, value: figure.value };
    }
    default:
      return kind satisfies never;
  }
}

function state(name: State, on: string | null = null): Meant {
  return { aspect: 'state', value: { kind: 'state', state: name, on } };
}

/** The day on which a thing happened, where the words tell it: today at the latest. */
function dayBehind(value: string | null, words: Words): string | null {
  const told = value === null ? null : dateMeant(value, words, 'behind');
  return told !== null && bounds(told)[0] <= words.saidOn ? told : null;
}
