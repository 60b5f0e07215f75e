import { Feed } from 'feed';
import { html } from 'hono/html';
import { shortId } from '../model/report.ts';
import { originsOf, plural } from './count.ts';
import { reportItem } from './page/report.ts';
import { PATHS, type Site } from './page/site.ts';
import { capital, type RecordView } from './page/story-data.ts';
import { readable } from './readable.ts';

/** What a feed is of. */
export interface Channel {
  readonly title: string;
  /** The path of what it is of, and its own. */
  readonly page: string;
  readonly self: string;
}

/** At most this many entries stand in a feed, the newest. */
const MOST_ENTRIES = 100;
const REPORTS_QUOTED = 5;
const QUOTE_LENGTH = 300;

/**
 * Sure records as Atom 1.0 or JSON Feed 1: an entry each, with before → after and the words that say so, which counts as
 * updated when it is.
 * @param site with whole addresses
 */
export async function syndicated(
  format: 'atom' | 'json',
  channel: Channel,
  records: readonly RecordView[],
  site: Site & { readonly feed: (path: string) => string },
): Promise<string> {
  const sure = records
    .filter(({ certainty }) => certainty === 'sure')
    .toSorted((a, b) => updatedAt(b).localeCompare(updatedAt(a)) || a.id.localeCompare(b.id))
    .slice(0, MOST_ENTRIES);
  const [self, page] = [site.feed(channel.self), site.to(channel.page)];
  const feed = new Feed({
    id: page,
    title: readable(channel.title),
    link: page,
    updated: new Date(sure[0] ? updatedAt(sure[0]) : 0),
    author: { name: 'claimwatch' },
    generator: 'claimwatch',
    feedLinks: { [format]: self },
  });
  for (const record of sure) {
    const link = site.to(PATHS.record(record.story, shortId(record.id)));
    const title = readable(`${capital(record.kind)}: ${record.label ?? record.after}`);
    feed.addItem({
      // Readers of Atom take the title for markup.
      title: format === 'atom' ? String(await html`${title}`) : title,
      id: `tag:claimwatch,2025:${record.id}`,
      link,
      date: new Date(updatedAt(record)),
      published: new Date(record.firstSeen),
      content: readable(String(await contentOf(record, site))),
    });
  }
  return format === 'atom' ? feed.atom1() : feed.json1();
}

/** When a record last changed: by a report, or by an editor. */
function updatedAt({ lastSeen, decisions }: RecordView): string {
  return [lastSeen, ...decisions.flatMap(({ at }) => at ?? [])].toSorted().at(-1) ?? lastSeen;
}

function contentOf(record: RecordView, site: Site) {
  const { before, after, claim, evidence } = record;
  const more = evidence.length - REPORTS_QUOTED;
  return html`<p><del>${before}</del> → <strong>${after}</strong></p>${claim ? html`<p>The article said: ${claim}</p>` : ''}<ul>${evidence.slice(0, REPORTS_QUOTED).map((report) => reportItem(report, site, QUOTE_LENGTH))}</ul><p>${plural(originsOf(record).size, 'origin')}${more > 0 ? `, ${plural(more, 'more report')}` : ''}</p>`;
}
