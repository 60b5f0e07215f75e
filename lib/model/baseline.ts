import type { Route } from './route.ts';

/** What a story starts from: the article and its claims. */
export interface Baseline {
  readonly story: string;
  readonly article: Article;
  readonly claims: readonly Claim[];
  /** Feeds to read for this story, by their URLs; may be empty. */
  readonly feeds: readonly string[];
  /** Those of its feeds of which every item is of the story; may be empty. */
  readonly ungated: readonly string[];
  /** Other forms and scripts of its parties' names, by the name as the claims have it; may be empty. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** What judges this story, in place of what the settings name. */
  readonly reader?: string | undefined;
  /** What this story may spend on models in a day (UTC), in US dollars. */
  readonly dailyBudget?: number | undefined;
  /** Who is told of this story, and of what; without it every channel of the deployment. */
  readonly notify?: readonly Route[] | undefined;
  /** The last day of its watch (UTC), or the instant at which that ends; without it nothing ends it. */
  readonly until?: string | undefined;
}

export interface Article {
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
  /** An ISO 8601 instant with its zone. */
  readonly publishedAt: string;
}

/** One self-contained sentence that the article states or reports. */
export interface Claim {
  readonly id: string;
  readonly text: string;
  /** A few words by which people know it; without them its id serves. */
  readonly label?: string | undefined;
}

/** Whether the watch on a story is over. */
export function hasEnded(baseline: Pick<Baseline, 'until'>, now: Date): boolean {
  return lastWatched(baseline, now) < now;
}

/** Now, or when the watch on a story ended. */
export function lastWatched({ until }: Pick<Baseline, 'until'>, now: Date): Date {
  if (until === undefined) return now;
  const end = new Date(until.length === 10 ? `${until}T23:59:59.999Z` : until);
  return end < now ? end : now;
}
