import { addDays, bounds, dayOf, narrows } from '../../text/edtf.ts';
import { sameMeasure } from '../../text/units.ts';
import type { Seen } from './proofs.ts';

/** What the article says already, or what was over when it said so, is no change. */
export function noNews({ slots, meant: { aspect, value }, story }: Seen): string | null {
  switch (value.kind) {
    case 'date':
      return slots.due !== null && (value.edtf === slots.due || narrows(slots.due, value.edtf))
        ? `the article has ${slots.due} already`
        : null;
    case 'state': {
      const before = addDays(dayOf(new Date(story.baseline.article.publishedAt)), -1);
      return value.on !== null && bounds(value.on)[1] < before ? `${value.on} is before the article` : null;
    }
    case 'figure': {
      const own = slots.figures.find(({ id }) => aspect === `figure:${id}`);
      if (!own) return null;
      const isSame =
        own.unit === value.unit || own.unit === null || value.unit === null
          ? own.amount === value.amount
          : sameMeasure(own, value);
      return isSame ? `the article has ${own.amount} already` : null;
    }
    default:
      return null;
  }
}
