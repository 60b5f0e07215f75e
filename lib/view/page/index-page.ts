import { html } from 'hono/html';
import { documentOf, seenForm } from './document.ts';
import { type Html, PATHS, type Site } from './site.ts';
import { classOf, STANDINGS, type StoryView } from './story-data.ts';
import { dayText, timeTag, timeText } from './words.ts';

/** In pixels: the width of a claim's bar with the gap behind it. More claims than these are drawn closer. */
const BAR = 8;
const MOST_BARS = 60;

/** All stories, those first that wait for somebody. */
export function indexPage(views: readonly StoryView[], site: Site): Html {
  const waits = ({ possible, news }: StoryView) => possible.length > 0 || news.length > 0;
  const [waiting, quiet] = [views.filter(waits), views.filter((view) => !waits(view))];
  const news = views.reduce((sum, view) => sum + view.news.length, 0);
  const body =
    views.length === 0
      ? html`<div class="index"><h1 id="stories">No story is watched yet</h1><p>Run <code>claimwatch run --baseline FILE</code>, or deploy a baseline.</p></div>`
      : html`<div class="index"><h1 id="stories"><b>${waiting.length} of ${views.length}</b> ${views.length === 1 ? 'story needs' : 'stories need'} you</h1>${site.since ? html`<p class="since">Since ${timeText(site.since.toISOString(), site.zone)}: <b>${news} new</b></p>${seenForm(site)}` : ''}
<table class="st"><thead><tr><th scope="col">Story</th><th scope="col">No longer hold</th><th scope="col">Claims, in order</th><th scope="col">To decide</th><th scope="col">New to you</th><th scope="col">Last change</th></tr></thead>
${group('Waiting for you', waiting, site)}${group('Nothing new, nothing to decide', quiet, site)}</table>
<p class="cap">One bar a claim, in the article’s order: ${STANDINGS.map((each) => html`<span><svg class="fp" aria-hidden="true" width="6" viewBox="0 0 6 20">${bar(classOf(each), 0)}</svg> ${each}</span> `)}</p></div>`;
  return documentOf(
    {
      title: news > 0 ? `(${news} new) Stories` : 'Stories',
      feeds: [{ title: 'Changes of all stories' }],
      skipTo: { id: 'stories', text: 'Skip to the stories' },
      body,
    },
    site,
  );
}

function group(name: string, views: readonly StoryView[], site: Site): Html | '' {
  if (views.length === 0) return '';
  return html`<tbody><tr><th colspan="6" scope="rowgroup"><h2>${name}</h2></th></tr>${views.map((view) => line(view, site))}</tbody>`;
}

function line(
  { story, title, publisher, slug, broken, claims, possible, news, lastChange }: StoryView,
  site: Site,
): Html {
  const { article } = story.baseline;
  const count = (number: number, what: string) =>
    html`<td class="${number === 0 ? 'z' : ''}" data-what="${what}">${number}</td>`;
  return html`<tr><th scope="row"><a href="${site.to(PATHS.story(slug))}">${title}</a><p><bdi>${publisher}</bdi>, ${dayText(article.publishedAt, site.zone)}</p></th><td data-what="no longer hold">${broken > 0 ? html`<b>${broken} of ${claims.length}</b>` : `0 of ${claims.length}`}</td><td>${bars(claims)}</td>${count(possible.length, 'to decide')}${count(news.length, 'new')}<td>${lastChange ? timeTag(lastChange, site) : 'none'}</td></tr>`;
}

function bars(claims: StoryView['claims']): Html {
  const width = BAR * claims.length;
  return html`<svg class="fp" aria-hidden="true" width="${Math.min(width, BAR * MOST_BARS)}" viewBox="0 0 ${width} 20" preserveAspectRatio="none">${claims.map(({ standing }, i) => bar(classOf(standing), BAR * i))}</svg>`;
}

/** The worse a claim stands, the higher its bar. */
function bar(standing: string, x: number): Html {
  const heights: Readonly<Record<string, number>> = {
    overtaken: 20,
    lapsed: 20,
    'in-question': 14,
    developing: 9,
  };
  const height = heights[standing] ?? 3;
  return html`<rect class="${standing}" x="${x + 1}" y="${20 - height}" width="5" height="${height}"/>`;
}
