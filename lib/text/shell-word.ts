/** A text as one word of a shell: an address may hold signs that it would act on. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
