import type { Bound } from '../../model/value.ts';
import type { Span, Token } from '../../text/span.ts';

/** A sentence of an item or a claim; a headline is a sentence with a grammar of its own. */
export interface Sentence {
  readonly text: string;
  readonly headline: boolean;
  readonly tokens: readonly Token[];
}

/** A date or a span of time in EDTF (ISO 8601-2), apart by what the text says and what was worked out. */
export interface When {
  readonly kind: 'when';
  readonly span: Span;
  readonly edtf: string;
  readonly known: readonly string[];
  readonly implied: readonly string[];
  /** The date says when something was said, not when it happens ("said on Tuesday"). */
  readonly ofSpeech: boolean;
}

/** A place by its key; `within` lists the places that hold it (`kyiv` is within `ukraine`). */
export interface Place {
  readonly kind: 'place';
  readonly span: Span;
  readonly key: string;
  readonly within: readonly string[];
  /** It says where something is ("in Geneva"), rather than who ("Ukrainian officials"). */
  readonly where: boolean;
}

/** How many of what. */
export interface Figure {
  readonly kind: 'figure';
  readonly span: Span;
  readonly value: number;
  readonly bound: Bound;
  /** A role all outlets share (`dead`, `injured`, `arrested`, …), else the key of the noun that is counted. */
  readonly counts: string;
  /** Currency or `percent`, where the figure has one. */
  readonly unit: string | null;
  /** The symbol of its unit of measure (lib/text/units.ts): `km/h`; null without one. */
  readonly measure: string | null;
  /** What a price is for: `share` in `$30 a share`; null where the text does not say. */
  readonly per: string | null;
  /** The keys of the telling words around it: what sort of sum or count it is (`fee`, `rise`, `bonus`). */
  readonly near: readonly string[];
  /** `eight more`: to be added to what stood before. */
  readonly adds: boolean;
  /** The figure of something else that is mentioned to compare ("worse than in 1996, when 41 died"). */
  readonly compared: boolean;
}

/** A person, an organisation or a side, by the keys of its words. */
export interface Party {
  readonly kind: 'party';
  readonly span: Span;
  readonly keys: readonly string[];
}

const PHASES = [
  'mentioned',
  'possible',
  'planned',
  'affirmed',
  'postponed',
  'cancelled',
  'underway',
  'done',
] as const;
/** How far an event has come, in the words of one clause. */
export type Phase = (typeof PHASES)[number];

/** One event that a clause speaks of. */
export interface EventMention {
  readonly kind: 'event';
  readonly span: Span;
  /** The id of its lifecycle. */
  readonly head: string;
  readonly phase: Phase;
  /** A word of ending says it ("extinguished", "concluded"), not one of beginning. */
  readonly over: boolean;
  /** Background of the clause ("after talks in Geneva"), not what it reports. */
  readonly background: boolean;
}

/** Who says it; the span covers the speaker, `verb` the saying. */
export interface Speaker {
  readonly kind: 'speaker';
  readonly span: Span;
  readonly keys: readonly string[];
  /** `declined to comment`, `did not answer` */
  readonly silent: boolean;
}

/** A sign that a clause upholds or disputes what was said, and its words. */
export interface Stance {
  readonly kind: 'stance';
  readonly span: Span;
  readonly stance: 'confirms' | 'denies';
}

export type Facet = When | Place | Figure | Party | EventMention | Speaker | Stance;

/** One part of a sentence with one thing to say, and the facets that stand in it. */
export interface Clause extends Span {
  readonly sentence: Sentence;
  /** `main` reports; `subordinate` gives background, reasons or comparison. */
  readonly role: 'main' | 'subordinate';
  readonly tokens: readonly Token[];
  readonly facets: readonly Facet[];
}
