import type { Hono } from 'hono';
import { shortId } from '../model/report.ts';
import type { KeptStory } from '../monitor/ports.ts';
import { changesCsv, changesMarkdown } from '../view/changes.ts';
import { correctionNote } from '../view/correction.ts';
import { correctionPage } from '../view/page/correction-page.ts';
import type { Filter } from '../view/page/filters.ts';
import { indexPage } from '../view/page/index-page.ts';
import { recordPage } from '../view/page/record-page.ts';
import { PATHS } from '../view/page/site.ts';
import type { RecordView, StoryView } from '../view/page/story-data.ts';
import { storyPage } from '../view/page/story-page.ts';
import { recordData, worded } from '../view/worded.ts';
import { type Asked, type PageEnv, type PageOptions, siteOf } from './context.ts';
import { digestOf, type PageRecords, type Since, type StoryPageView, stateOf, viewOf } from './ledgers.ts';
import { seenUntil } from './seen.ts';

/** The pages that are read: none of them changes anything. */
export function readingRoutes(app: Hono<PageEnv>, options: PageOptions): void {
  const { records } = options;

  app.get('/', (c) =>
    records(async (table) => {
      const asked = c.get('asked');
      const stories = await table.stories();
      const views = await Promise.all(stories.map((story) => viewed(table, options, asked, story)));
      const byTime = views.toSorted((a, b) => (b.lastChange ?? '').localeCompare(a.lastChange ?? ''));
      return c.html(indexPage(byTime, siteOf(options, asked, PATHS.index, null)));
    }),
  );

  app.get('/stories/:slug/', (c) =>
    records(async (table) => {
      const [slug, asked] = [c.req.param('slug'), c.get('asked')];
      const story = await table.story(slug);
      if (!story) return c.notFound();
      const [view, state] = await Promise.all([
        viewed(table, options, asked, story),
        stateOf(table, story, asked.now),
      ]);
      const site = siteOf(options, asked, PATHS.story(slug), slug);
      return c.html(storyPage(view, state, filterOf(c.req.query()), site, digestOf));
    }),
  );

  app.get('/stories/:slug/records/:id/', (c) =>
    records(async (table) => {
      const { slug, id } = c.req.param();
      const asked = c.get('asked');
      const view = await named(table, options, asked, slug);
      const record = view && recordOf(view, id);
      if (!view || !record) return c.notFound();
      const site = siteOf(options, asked, PATHS.record(slug, id), slug);
      return c.html(recordPage(record, view, site, digestOf(record)));
    }),
  );

  app.get('/stories/:slug/correction/', (c) =>
    records(async (table) => {
      const [slug, asked] = [c.req.param('slug'), c.get('asked')];
      const view = await named(table, options, asked, slug);
      if (!view) return c.notFound();
      const site = siteOf(options, asked, PATHS.correction(slug), slug);
      return c.html(correctionPage(view, correctionNote(view, asked.now, options.zone), site));
    }),
  );

  app.get('/stories/:slug/:file{changes\\.(csv|json|md)}', (c) =>
    records(async (table) => {
      const { slug, file } = c.req.param();
      const view = await named(table, options, c.get('asked'), slug);
      if (!view) return c.notFound();
      const { text, type } = exported(file, view, options.zone, c.get('asked').visitor !== null);
      return c.body(text, 200, {
        'content-type': type,
        'content-disposition': `attachment; filename="${slug}-${file}"`,
      });
    }),
  );
}

/** A record by its short id: one that was rejected, too. */
export function recordOf(view: StoryView, id: string): RecordView | null {
  return recordsOf(view).find((record) => shortId(record.id) === id) ?? null;
}

/** All records of a story, those that were rejected too. */
export function recordsOf({ claims, turns, decided }: StoryView): RecordView[] {
  return [...claims.flatMap(({ records }) => records), ...turns, ...decided];
}

async function named(table: PageRecords, options: PageOptions, asked: Asked, slug: string) {
  const story = await table.story(slug);
  return story && viewed(table, options, asked, story);
}

function viewed(table: PageRecords, options: PageOptions, asked: Asked, story: KeptStory) {
  const { story: slug } = story.baseline;
  const view = options.views?.get(slug) ?? viewOf(table, story, sinceOf(options, asked, slug), asked.now);
  options.views?.set(slug, view);
  return view;
}

function sinceOf({ since }: PageOptions, { seen, isFirst }: Asked, slug: string): Since | null {
  return since ?? (isFirst ? null : { time: seenUntil(seen, slug), by: 'looked' });
}

function filterOf(query: Readonly<Record<string, string>>): Filter {
  const { standing, kind, since = '', q, new: isNew } = query;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(since) ? new Date(`${since}T00:00:00Z`) : null;
  return {
    standing: standing || null,
    kind: kind || null,
    since: day && !Number.isNaN(day.getTime()) ? since : null,
    words: (q ?? '').slice(0, 200),
    isNew: isNew === '1',
  };
}

/** A story's sure records as a file: for people in words, for machines as data. Readers are not told who decided. */
function exported(file: string, { ledger, story }: StoryPageView, zone: string, tellsDecisions: boolean) {
  const sure = ledger.changes
    .filter(({ certainty }) => certainty === 'sure')
    .map((record) => (tellsDecisions ? record : { ...record, decisions: [] }));
  const data = () => sure.map((record) => recordData(record, story));
  if (file.endsWith('.csv')) return { text: `${changesCsv(data())}\n`, type: 'text/csv; charset=utf-8' };
  if (file.endsWith('.json'))
    return { text: `${JSON.stringify({ changes: data() }, null, 2)}\n`, type: 'application/json' };
  const words = sure.map((record) => worded(record, story));
  return { text: `${changesMarkdown(words, { zone })}\n`, type: 'text/markdown; charset=utf-8' };
}
