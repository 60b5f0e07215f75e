import { LIFECYCLES, type Lifecycle } from './data/lifecycles.ts';

export type Head = keyof typeof LIFECYCLES;

/** A head's lifecycle with every part optional. */
export function lifecycleOf(head: string): Lifecycle {
  return (LIFECYCLES as Record<string, Lifecycle>)[head] ?? {};
}

/** Whether the reports of one head serve the other as well. */
export function areKin(one: string, other: string): boolean {
  const kin = (head: string) => (lifecycleOf(head).kin ?? '').split(' ');
  return one === other || kin(one).includes(other) || kin(other).includes(one);
}
