import type { Figures } from './measure.ts';

const COLUMNS: readonly (readonly [title: string, name: keyof Figures])[] = [
  ['pairP', 'pairPrecision'],
  ['pairR', 'pairRecall'],
  ['pairF1', 'pairF1'],
  ['kind', 'kind'],
  ['recP', 'recordPrecision'],
  ['recR', 'recordRecall'],
  ['recF1', 'recordF1'],
  ['value', 'value'],
  ['first', 'firstReport'],
  ['noise', 'noise'],
  ['turns', 'turns'],
  ['sureP', 'surePrecision'],
  ['sureR', 'sureRecall'],
];
const NAME = 36;
const CELL = 7;

/** The figures of stories in percent, a row each. */
export function figuresTable(rows: readonly { readonly name: string; readonly figures: Figures }[]): string {
  const head = ['story'.padEnd(NAME), ...COLUMNS.map(([title]) => title.padStart(CELL))].join('');
  const lines = rows.map(({ name, figures }) =>
    [
      name.slice(0, NAME - 1).padEnd(NAME),
      ...COLUMNS.map(([, key]) => (100 * figures[key]).toFixed(1).padStart(CELL)),
    ].join(''),
  );
  return [head, ...lines].join('\n');
}
