import type { Mended } from '../../model/decision.ts';
import type { ChangeRecord, Kind } from '../../model/report.ts';
import type { Slots } from '../../model/story.ts';
import type { FigureValue, State, Value } from '../../model/value.ts';
import { readDates } from '../../text/dates.ts';
import { toldNumbers } from '../../text/sums.ts';
import { isReal } from './date.ts';
import { slotFor } from './figure.ts';

/** What an editor wants a record to say: each part that was not given is the record's own. */
export interface Wanted {
  readonly kind: Kind;
  readonly claimId: string | null;
  /** As it was typed; null where only the kind or the claim is another. */
  readonly text: string | null;
  /** Of the claim. */
  readonly slots: Slots | null;
  /** The day of its last report, `YYYY-MM-DD`: by it `2 December` has its year. */
  readonly saidOn: string;
}

/** What was made of an editor's words, or what was expected instead. */
export type Mend = Mended | { readonly fault: string };

const DATE = 'a date like 2025-12-02, 2025-12, 2025-12-01/2025-12-07 or 2 December 2025';

/** Kinds whose value is told in words. */
const WORDED: ReadonlySet<Kind> = new Set(['cancelled', 'denied', 'responded', 'new']);

/** An editor's words as a typed value on a claim: `23`, `2 December`, `called off by his office`. */
export function mend(
  record: Pick<ChangeRecord, 'aspect' | 'kind' | 'value' | 'words'>,
  wanted: Wanted,
): Mend {
  const { kind, claimId, text } = wanted;
  const fault = faultOf(wanted);
  if (fault !== null) return { fault };
  const made = (aspect: Mended['aspect'], value: Value, words = text): Mended => ({
    claimId,
    kind,
    aspect,
    value,
    words,
  });
  // Words of another kind are none of this one.
  const own = text ?? (kind === record.kind ? record.words : null);
  switch (kind) {
    case 'scheduled':
    case 'rescheduled': {
      const edtf = dateIn(wanted, record.value);
      if (edtf !== null) return made('date', { kind: 'date', edtf }, null);
      // Words with a number in them were meant for a date.
      return kind === 'rescheduled' && text !== null && !/\d/.test(text)
        ? made('state', state('postponed'))
        : missing(text, DATE);
    }
    case 'cancelled':
      return made('state', state('called-off'), own);
    case 'occurred': {
      const on = dateIn(wanted, record.value);
      // Words with a number in them were meant for a date.
      if (on === null && text !== null && /\d/.test(text)) return missing(text, DATE);
      return made('state', state('held', on), on === null ? own : null);
    }
    case 'confirmed':
      return wanted.slots?.stage === 'pending'
        ? made('state', state('going-ahead', dateIn(wanted, record.value)), own)
        : made('stance', { kind: 'stance', stance: 'confirmed' }, own);
    case 'denied':
      return made('stance', { kind: 'stance', stance: 'denied' }, own);
    case 'responded':
      return made('response', { kind: 'response', on: null }, own);
    case 'revised': {
      const figure = figureIn(record, wanted);
      return figure
        ? made(`figure:${figure.slot}`, figure.value, null)
        : missing(text, 'a number like 23, 1.5 million or $135 billion');
    }
    case 'new': {
      const name = text ?? (record.value.kind === 'turn' ? record.value.name : null);
      return name === null
        ? missing(text, 'a name for the turn')
        : made('turn', { kind: 'turn', name, mark: name }, null);
    }
    default:
      return kind satisfies never;
  }
}

/** What can't be, whatever the value. */
function faultOf({ kind, claimId, text }: Wanted): string | null {
  if (kind === 'new' && claimId !== null)
    return `found "new" on the claim ${claimId}, expected a turn without a claim, or another kind`;
  if (kind !== 'new' && claimId === null) return `found "${kind}" without a claim, expected one beside it`;
  if (text !== null && WORDED.has(kind) && !/\p{L}/u.test(text))
    return `found "${text}", expected a few words`;
  return null;
}

function missing(found: string | null, expected: string): { readonly fault: string } {
  return { fault: `found ${found === null ? 'no value' : `"${found}"`}, expected ${expected}` };
}

function state(name: State, on: string | null = null): Value {
  return { kind: 'state', state: name, on };
}

/** The date that the words are, in EDTF, or the record's own where there are none. */
function dateIn({ text, saidOn }: Wanted, value: Value): string | null {
  if (text === null) return value.kind === 'date' ? value.edtf : value.kind === 'state' ? value.on : null;
  const plain = text.trim();
  if (/^\d{4}(?:-\d{2}){0,2}(?:\/\d{4}-\d{2}-\d{2})?$/.test(plain))
    return isReal(plain) && plain < '3000' ? plain : null;
  return readDates(plain, saidOn, () => null)[0]?.edtf ?? null;
}

function figureIn(
  { aspect, value }: Pick<ChangeRecord, 'aspect' | 'value'>,
  { text, slots }: Wanted,
): { readonly slot: string; readonly value: FigureValue } | null {
  const numbers = text === null || /\d-\d/.test(text) ? [] : toldNumbers(text);
  const told = numbers.length === 1 ? (numbers[0] ?? null) : null;
  const own = text === null && value.kind === 'figure' ? value : null;
  const found = told ?? own;
  if (!found) return null;
  const { amount, unit, bound } = found;
  const figures = slots?.figures ?? [];
  const former = aspect.startsWith('figure:') ? aspect.slice('figure:'.length) : null;
  const slot = figures.find(({ id }) => id === former) ?? slotFor(found, figures);
  return {
    slot: slot?.id ?? former ?? 'amount',
    value: { kind: 'figure', amount, upTo: null, bound, unit },
  };
}
