/** How a number is to be taken. */
export type Bound = 'exactly' | 'at-least' | 'at-most' | 'about';

/**
 * Where an event stands. What an article says of it: `planned`, `under-way`. What reports say: it was `held`, or where
 * it was under way is `over`; it is `called-off`, `postponed`, `going-ahead`.
 */
export type State = 'planned' | 'under-way' | 'held' | 'over' | 'called-off' | 'postponed' | 'going-ahead';

/** When something is due: a date or a span in EDTF (ISO 8601-2). */
export interface DateValue {
  readonly kind: 'date';
  readonly edtf: string;
}

/** Where an event stands. `on` is its day in EDTF, `../2025-12-03` for a day not told and at the latest this one; null where none is known. */
export interface StateValue {
  readonly kind: 'state';
  readonly state: State;
  readonly on: string | null;
}

/** How many or how much; `upTo` ends the range of a figure that is contested. */
export interface FigureValue {
  readonly kind: 'figure';
  readonly amount: number;
  readonly upTo: number | null;
  readonly bound: Bound;
  /** A currency, `percent` or a unit of measure (lib/text/units.ts); null for a plain count. */
  readonly unit: string | null;
}

/** What comes on top of what stood before: `two more`. */
export interface AdditionValue {
  readonly kind: 'addition';
  readonly amount: number;
  readonly unit: string | null;
}

/** What a party that knows, or disputes, makes of a statement. */
export interface StanceValue {
  readonly kind: 'stance';
  readonly stance: 'confirmed' | 'denied';
}

/** A silent party has spoken; `on` is the day of the first report, null in a report. */
interface ResponseValue {
  readonly kind: 'response';
  readonly on: string | null;
}

/** Where or with whom something will happen was told, and no date: the words are the reports'. */
interface ArrangedValue {
  readonly kind: 'arranged';
}

/** A turn that no claim foresaw, by its name. `mark` is the word by which reports of it are told to be of one turn; a record has none. */
export interface TurnValue {
  readonly kind: 'turn';
  readonly name: string;
  readonly mark?: string;
}

/** What a report or a record comes to. lib/view/values.ts words it; nothing parses it. */
export type Value =
  | DateValue
  | ArrangedValue
  | StateValue
  | FigureValue
  | AdditionValue
  | StanceValue
  | ResponseValue
  | TurnValue;

/**
 * What makes two values of one aspect one and the same, whoever reports them: a state without its day, an amount
 * without its bound, its unit only where it is not the claim's own.
 */
export function valueKey(value: Value, unit: string | null = null): string {
  switch (value.kind) {
    case 'date':
      return value.edtf;
    case 'state':
      return value.state;
    case 'figure':
      return `${value.amount}${inUnit(value.unit, unit)}`;
    case 'addition':
      return `+${value.amount}${inUnit(value.unit, unit)}`;
    case 'stance':
      return value.stance;
    case 'response':
      return 'spoke';
    case 'arranged':
      return 'arranged';
    case 'turn':
      return value.mark ?? value.name;
    default:
      return value satisfies never;
  }
}

function inUnit(own: string | null, claimed: string | null): string {
  return own === null || own === claimed ? '' : ` ${own}`;
}
