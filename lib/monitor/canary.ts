import type { Baseline } from '../model/baseline.ts';
import { CANARY } from '../model/canary.ts';

/** The story of a canary: one claim, judged by rules, on a matter that no news has. @param feed the address of its feed */
export function canaryBaseline(feed: string, now: Date): Baseline {
  return {
    story: CANARY,
    article: {
      title: 'Larkhaven harbour drill damages boats',
      publisher: 'claimwatch',
      // Nothing is at such an address, and nobody is asked.
      url: 'https://canary.claimwatch.invalid/',
      publishedAt: new Date(now.getTime() - 3_600_000).toISOString(),
    },
    claims: [{ id: 'boats', text: 'The Larkhaven harbour drill damaged 7 boats.' }],
    feeds: [feed],
    ungated: [],
    names: {},
    reader: 'rules',
  };
}

/** Its feed: one item, of now, that overtakes the claim. */
export function canaryFeed(now: Date): string {
  const time = now.getTime();
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>claimwatch canary</title><item>
<guid isPermaLink="false">canary-${time}</guid>
<title>Larkhaven harbour drill damaged 9 boats, harbour office says</title>
<link>https://canary.claimwatch.invalid/${time}</link>
<description>A drill of the monitor, at ${now.toISOString()}.</description>
<pubDate>${now.toUTCString()}</pubDate>
</item></channel></rss>`;
}
