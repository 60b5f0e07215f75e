import type { Evidence } from '../../model/report.ts';
import { addDays, bounds } from '../../text/edtf.ts';
import { isSure, isVoice } from './likelihood.ts';

/**
 * The reports of one change by the spells in which it was news: each as long as so many hours, and all of one day where
 * something was held, since what is held on Monday and on Friday was held twice.
 * @param evidence in the order in which it was said
 */
export function spellsOf(evidence: readonly Evidence[], hours: number): Evidence[][] {
  const spells: Evidence[][] = [];
  let rest = evidence;
  while (rest.length > 0) {
    // A weak early report, a rumour or a misreading, does not start the clock.
    const start = Date.parse((rest.find(isVoice) ?? rest[0])?.saidAt ?? '');
    const length = hours * 3_600_000;
    const near = rest.filter(({ saidAt }) => Math.abs(Date.parse(saidAt) - start) <= length);
    const day = dayOf(near);
    const spell = near.filter((report) => day === null || isOfDay(report, day));
    // What has no time that can be read is of no spell.
    if (spell.length === 0) break;
    spells.push(spell);
    if (spell.length === rest.length) break;
    const own = new Set(spell);
    rest = rest.filter((report) => !own.has(report));
  }
  return spells;
}

/** The day on which a thing was held by the first report that tells it, a sure one before the others; null where none does. */
function dayOf(evidence: readonly Evidence[]): string | null {
  const told = evidence.filter((report) => heldOn(report) !== null);
  const first = told.find(isSure) ?? told[0];
  return first ? heldOn(first) : null;
}

function heldOn({ value }: Evidence): string | null {
  return value.kind === 'state' && value.state === 'held' ? value.on : null;
}

/** Whether a report may be of what was held on a day, give or take one; without a day it was held by the day of the report. */
function isOfDay(report: Evidence, day: string): boolean {
  const [from, to] = bounds(day);
  const [first, last] = bounds(heldOn(report) ?? `../${report.saidAt.slice(0, 10)}`);
  return first <= addDays(to, 1) && last >= addDays(from, -1);
}
