import type { Seen } from './proofs.ts';

/** A date that a reader gives for a plan, and no words of the item: the plan has none, and may be no change at all. */
export function untoldDate({ finding: { kind, value }, meant }: Seen): string | null {
  if (kind !== 'scheduled' && kind !== 'rescheduled') return null;
  if (value === null || !/^\d{4}(?:-|$)/.test(value) || meant.value.kind === 'date') return null;
  return `${value} does not follow from the item’s words`;
}
