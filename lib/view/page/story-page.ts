import { html } from 'hono/html';
import type { WaitingItem } from '../../monitor/waiting-port.ts';
import { type LastLook, lookNotices } from '../article.ts';
import { plural } from '../count.ts';
import { waitingLines } from '../waiting.ts';
import { claimItems, overview, turnItems } from './claims.ts';
import { decidedList, toDecide } from './deciding.ts';
import { documentOf, seenForm } from './document.ts';
import { type Filter, filterForm, leavesAny } from './filters.ts';
import { anchorOf } from './record.ts';
import { outLink } from './report.ts';
import { type Html, PATHS, type Site } from './site.ts';
import type { RecordView, StoryView } from './story-data.ts';
import { dayTable, legend, strip } from './strip.ts';
import { NEW_DOT, timeTag, timeText } from './words.ts';

/** What a story's page tells besides its records. */
export interface StoryState {
  /** What the last look at the article's own page came to; null where there was none. */
  readonly look: LastLook | null;
  readonly waiting: readonly WaitingItem[];
  /** When its feeds were last read, ISO 8601; null where that is not known. */
  readonly checkedAt: string | null;
}

/** A story's page: the verdict, the picture of time, the claims, what waits for a yes or no. @param stateOf see `decisionForm` */
export function storyPage(
  view: StoryView,
  state: StoryState,
  filter: Filter,
  site: Site,
  stateOf: (record: RecordView) => string,
): Html {
  const { story, slug, news } = view;
  const { article } = story.baseline;
  const verdict = verdictOf(view);
  const isAny = leavesAny(view, filter, site.zone);
  const body = html`<div class="head"><div><h1 dir="auto">${view.title}</h1>
<p class="meta"><bdi>${view.publisher}</bdi>, published ${timeTag(article.publishedAt, site)}. ${outLink(article.url, 'Read the article')}${state.checkedAt ? html`. Feeds read ${timeTag(state.checkedAt, site)}` : ''}</p></div>
<h2 id="verdict"><b>${verdict.count}</b> ${verdict.rest}</h2>
<div class="todo">${sinceLine(view, site)}${view.possible.length > 0 ? html`<p><a href="#decide"><b class="left">${view.possible.length}</b> possible ${view.possible.length === 1 ? 'change' : 'changes'}</a> ${view.possible.length === 1 ? 'waits' : 'wait'} for a yes or no</p>` : ''}<p><a href="${site.to(PATHS.correction(slug))}">Correction note</a>, ready to paste</p>${notices(state, site)}</div></div>
${site.editor ? html`<p class="stale" hidden>Decided. <a href="${site.to(PATHS.story(slug))}">Load the page again</a> to see what that changes.</p>` : ''}${filterForm(view, filter, site)}
<section class="time" aria-label="The claims and their changes over time"><div class="rows">${overview(view, filter, site)}${strip(view, site)}</div>${legend(view, site)}${dayTable(view, site)}</section>
<div class="two"><section class="main" aria-labelledby="h-claims"><h2 id="h-claims">The claims, in the article’s order</h2><p class="none"${isAny ? html` hidden` : ''}>Nothing fits. <a href="${site.to(PATHS.story(slug))}">Show all</a></p>${claimItems(view, filter, site)}${turnItems(view, filter, site)}</section>
<aside aria-label="Decisions and exports">${toDecide(view, site, stateOf)}${decidedList(view, site, stateOf)}${exports(slug, site)}</aside></div>`;
  const title = `${verdict.count} ${verdict.rest}: ${view.title}`;
  return documentOf(
    {
      title: news.length > 0 && site.since ? `(${news.length} new) ${title}` : title,
      feeds: [{ title: `Changes of ${view.title}`, slug }, { title: 'Changes of all stories' }],
      skipTo: { id: 'verdict', text: 'Skip to what no longer holds' },
      body,
    },
    site,
  );
}

/** `9 of 18` and `claims no longer hold`. */
function verdictOf({ broken, claims }: Pick<StoryView, 'broken' | 'claims'>): {
  readonly count: string;
  readonly rest: string;
} {
  const of = claims.length;
  if (of === 1)
    return { count: '1', rest: broken === 1 ? 'claim, which no longer holds' : 'claim, which holds so far' };
  return { count: `${broken} of ${of}`, rest: 'claims no longer hold' };
}

function sinceLine({ news, slug }: StoryView, site: Site): Html | '' {
  if (!site.since) return '';
  const isTurn = ({ claimId }: RecordView) => claimId === null;
  const groups = [
    ['change', news.filter((each) => each.certainty === 'sure' && !isTurn(each))],
    ['possible change', news.filter((each) => each.certainty === 'possible')],
    ['new development', news.filter((each) => each.certainty === 'sure' && isTurn(each))],
  ] as const;
  const links = groups.flatMap(([noun, [first, ...others]]) =>
    first ? [html`<a href="#${anchorOf(first)}">${plural(others.length + 1, noun)}</a>`] : [],
  );
  const since = site.since.toISOString();
  return html`<p class="since">${news.length > 0 ? NEW_DOT : ''}Since <time datetime="${since}">${timeText(since, site.zone)}</time>: ${links.length === 0 ? 'nothing new' : links.map((link, i) => html`${i > 0 ? ', ' : ''}${link}`)}</p>${news.length > 0 ? seenForm(site, slug) : ''}`;
}

function notices({ look, waiting }: StoryState, { zone }: Site): Html {
  const lines = [...(look ? lookNotices(look, zone) : []), ...waitingLines(waiting)];
  return html`${lines.map((line) => html`<p class="notice" dir="auto">${line}</p>`)}`;
}

function exports(slug: string, site: Site): Html {
  const { feed } = site;
  const link = (path: string, text: string) => html`<a href="${site.to(path)}">${text}</a>`;
  return html`<section class="exports" aria-labelledby="h-exports"><h2 id="h-exports">Export</h2>${feed ? html`<p>Feeds: <a href="${feed(PATHS.feed('atom', slug))}">Atom</a>, <a href="${feed(PATHS.feed('json', slug))}">JSON Feed</a></p>` : ''}<p>Records: ${link(PATHS.export(slug, 'csv'), 'CSV')}, ${link(PATHS.export(slug, 'md'), 'Markdown')}, ${link(PATHS.export(slug, 'json'), 'JSON')}</p></section>`;
}
