/** A link that a browser may follow: http or https, nothing else; null for any other. */
export function webLink(link: string): string | null {
  const url = /^https?:\/\//i.test(link) ? URL.parse(link) : null;
  return url?.href ?? null;
}
