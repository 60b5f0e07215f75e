import type { Baseline } from '../model/baseline.ts';
import { indented, type Screen } from './layout.ts';
import { wordDiff } from './word-diff.ts';

/** A part of a baseline that is another one: a claim by its id, or a key. Null where it is missing. */
export interface BaselineChange {
  readonly what: 'claim' | 'key';
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What of a baseline is another than what is kept, the claims first. */
export function baselineDiff(kept: Baseline, next: Baseline): BaselineChange[] {
  const before = new Map(kept.claims.map(({ id, text }) => [id, text]));
  const after = new Map(next.claims.map(({ id, text }) => [id, text]));
  const claims = [...new Set([...before.keys(), ...after.keys()])].map(
    (name): BaselineChange => ({
      what: 'claim',
      name,
      before: before.get(name) ?? null,
      after: after.get(name) ?? null,
    }),
  );
  const [old, fresh] = [rest(kept), rest(next)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((key) => JSON.stringify(old[key]) !== JSON.stringify(fresh[key]))
    .map(
      (name): BaselineChange => ({
        what: 'key',
        name,
        before: old[name] === undefined ? null : JSON.stringify(old[name]),
        after: fresh[name] === undefined ? null : JSON.stringify(fresh[name]),
      }),
    );
  return [...claims.filter((claim) => claim.before !== claim.after), ...keys];
}

/** All but slug and claims; labels by the ids of their claims. */
function rest({ story: _, claims, ...others }: Baseline): Record<string, unknown> {
  const labels = claims.flatMap(({ id, label }) => (label === undefined ? [] : [[id, label]]));
  return { ...others, labels: Object.fromEntries(labels) };
}

export function baselineDiffView(changes: readonly BaselineChange[], screen: Screen): string {
  const { paint } = screen;
  const line = (text: string) => indented(text, screen, '  ');
  return changes
    .map(({ name, before, after }) => {
      if (before === null) return `${paint.green(`+ ${name}`)}\n${line(after ?? '')}`;
      if (after === null) return `${paint.red(`- ${name}`)}\n${line(before)}`;
      const words = wordDiff(before, after).map(({ is, text }) =>
        is === 'same' ? text : is === 'out' ? paint.red(`[-${text}-]`) : paint.green(`{+${text}+}`),
      );
      return `${paint.yellow(`~ ${name}`)}\n${line(words.join(''))}`;
    })
    .join('\n');
}
