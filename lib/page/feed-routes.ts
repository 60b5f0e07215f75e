import type { Context, Hono } from 'hono';
import type { KeptStory } from '../monitor/ports.ts';
import { PATHS } from '../view/page/site.ts';
import type { RecordView } from '../view/page/story-data.ts';
import { labelOf } from '../view/page/story-data.ts';
import { readable } from '../view/readable.ts';
import { type Channel, syndicated } from '../view/syndication.ts';
import { type PageEnv, type PageOptions, siteOf } from './context.ts';
import { type PageRecords, viewOf } from './ledgers.ts';

const TYPES = { atom: 'application/atom+xml', json: 'application/feed+json' } as const;
type Format = keyof typeof TYPES;

/** The feeds of all stories, of each and of each claim. They are open to whoever has a token for them. */
export function feedRoutes(app: Hono<PageEnv>, options: PageOptions): void {
  const { records, visitors, now, refused } = options;
  const viewed = (table: PageRecords, story: KeptStory) =>
    options.views?.get(story.baseline.story) ?? viewOf(table, story, null, now());
  const FILE = ':file{feed\\.(atom|json)}';
  const answer = async (
    c: Context,
    channel: (format: Format) => Promise<{ channel: Channel; records: readonly RecordView[] } | null>,
  ) => {
    const token = c.req.query('token');
    if (!(await visitors.opensFeeds(token))) {
      if (token !== undefined) refused('a token that opens no feed');
      return c.text('This feed needs a token: take its address from the page of the story.\n', 403);
    }
    const format = c.req.path.endsWith('.json') ? 'json' : 'atom';
    const found = await channel(format);
    if (!found) return c.notFound();
    // Readers of feeds want whole addresses.
    const base = options.feeds?.(`${new URL(c.req.url).origin}/`);
    if (base === undefined) return c.notFound();
    const to = (path: string) => new URL(options.address(path, ''), base).href;
    const feedQuery = token === undefined ? '' : `?token=${encodeURIComponent(token)}`;
    const site = {
      ...siteOf(options, { visitor: null, now: now() }, '', null),
      to,
      feed: (path: string) => to(path) + feedQuery,
    };
    const text = await syndicated(format, found.channel, found.records, site);
    return c.body(text, 200, {
      'content-type': `${TYPES[format]}; charset=utf-8`,
      'cache-control': 'private, no-cache',
    });
  };

  app.get(`/${FILE}`, (c) =>
    answer(c, (format) =>
      records(async (table) => {
        const stories = await table.stories();
        const views = await Promise.all(stories.map((story) => viewed(table, story)));
        return {
          channel: { title: 'Changes of all stories', page: PATHS.index, self: PATHS.feed(format) },
          records: views.flatMap(allOf),
        };
      }),
    ),
  );

  app.get(`/stories/:slug/${FILE}`, (c) =>
    answer(c, (format) =>
      records(async (table) => {
        const story = await table.story(c.req.param('slug'));
        if (!story) return null;
        const { story: slug, article } = story.baseline;
        const title = `Changes of “${readable(article.title)}”`;
        return {
          channel: { title, page: PATHS.story(slug), self: PATHS.feed(format, slug) },
          records: allOf(await viewed(table, story)),
        };
      }),
    ),
  );

  app.get(`/stories/:slug/claims/:claim/${FILE}`, (c) =>
    answer(c, (format) =>
      records(async (table) => {
        const story = await table.story(c.req.param('slug'));
        const claim = story?.baseline.claims.find(({ id }) => id === c.req.param('claim'));
        if (!story || !claim) return null;
        const { story: slug, article } = story.baseline;
        const own = allOf(await viewed(table, story));
        return {
          channel: {
            title: `${labelOf(claim)} (“${readable(article.title)}”)`,
            page: `${PATHS.story(slug)}#c-${claim.id}`,
            self: PATHS.feed(format, slug, claim.id),
          },
          records: own.filter(({ claimId }) => claimId === claim.id),
        };
      }),
    ),
  );
}

function allOf({ claims, turns }: Awaited<ReturnType<typeof viewOf>>): RecordView[] {
  return [...claims.flatMap(({ records }) => records), ...turns];
}
