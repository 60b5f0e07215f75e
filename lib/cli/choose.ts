/**
 * Which of some numbered things somebody wants: `1-5 8` these, `-3 -7` all but these, nothing all, `none`.
 * @returns their indexes from 0; null for what can't be read
 */
export function chosen(typed: string, count: number): readonly number[] | null {
  const all = Array.from({ length: count }, (_, i) => i);
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0 || words[0] === 'all') return all;
  if (words.length === 1 && words[0] === 'none') return [];
  const without = words.every((word) => word.startsWith('-'));
  const numbers = new Set<number>();
  for (const word of words) {
    const [, from, to = from] = /^(\d+)(?:[-–](\d+))?$/.exec(without ? word.slice(1) : word) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (!(first >= 1 && last >= first && last <= count)) return null;
    for (let i = first; i <= last; i += 1) numbers.add(i - 1);
  }
  return all.filter((i) => numbers.has(i) !== without);
}
