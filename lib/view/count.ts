import { voicesOf } from '../compare/fold/voices.ts';
import type { Evidence } from '../model/report.ts';

/** The outlets and agencies that vouch for a record, each once. */
export function originsOf({ evidence }: { readonly evidence: readonly Evidence[] }): Set<string> {
  return new Set(voicesOf(evidence).values());
}

/** `1 report`, `2 reports`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `70 %`. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
