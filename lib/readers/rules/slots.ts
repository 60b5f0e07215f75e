import type { FigureSlot, Slots } from '../../model/story.ts';
import { bounds } from '../../text/edtf.ts';
import { termKey } from '../../text/tokens.ts';
import type { PreparedClaim } from './claims.ts';
import type { Figure } from './facet.ts';
import type { PreparedStory } from './prepared-story.ts';
import { GROWING } from './tolls.ts';

/** What each claim of a story says, for whoever folds and views it without reading language. */
export function slotsOf({ claims, publishedOn }: PreparedStory): Record<string, Slots> {
  return Object.fromEntries(claims.map((claim) => [claim.claim.id, slotsOfClaim(claim, publishedOn)]));
}

function slotsOfClaim(prepared: PreparedClaim, publishedOn: string): Slots {
  const { stage, date, slots, silent, claim } = prepared;
  const bySlot = new Map(
    [...slots].toReversed().map(([figure, name]) => [name, slotOf(name, figure, claim.text)]),
  );
  // What is still ahead is not due on a day gone by: that is when it was said, or promised.
  const isGone = stage === 'pending' && date !== null && bounds(date)[1] < publishedOn;
  return { stage, due: isGone ? null : date, figures: [...bySlot.values()].toReversed(), silent };
}

function slotOf(id: string, figure: Figure, text: string): FigureSlot {
  const { value, bound, unit, measure, counts } = figure;
  return {
    id,
    noun: nounAfter(text.slice(figure.span.end), counts),
    amount: value,
    bound,
    unit: unit ?? measure,
    grows: GROWING.has(counts),
  };
}

/** The noun that a figure counts as its claim spells it: `points` for `point`; else the role. */
function nounAfter(after: string, counts: string): string {
  const words = Array.from(after.matchAll(/\p{L}+/gu), ([word]) => word.toLowerCase()).slice(0, 3);
  return words.find((word) => termKey(word) === counts) ?? counts;
}
