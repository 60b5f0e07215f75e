import type { Evidence } from '../model/report.ts';

/** The agency behind a report, where it is not the outlet itself under its name or its host; else null. */
export function agencyOf({
  source,
  origin,
  link,
}: Pick<Evidence, 'source' | 'origin' | 'link'>): string | null {
  const host = URL.parse(link)?.host ?? '';
  return origin === source || host === origin || host.endsWith(`.${origin}`) ? null : origin;
}
