import { html } from 'hono/html';
import { shortId } from '../../model/report.ts';
import { type Filter, isWanted, isWantedTurn } from './filters.ts';
import { mark } from './marks.ts';
import { recordItem } from './record.ts';
import { type Html, PATHS, type Site } from './site.ts';
import { type ClaimView, capital, type StoryView } from './story-data.ts';
import { classesOf } from './strip.ts';
import { NEW_DOT, nowOf } from './words.ts';

/** At most this many reports of a record are shown on its story's page, fewer where all records together would show more than that: a page stays below a megabyte. */
const REPORTS = 3;
const MOST_REPORTS = 450;

/** How many reports of each record can be shown. */
function reportsShown({ claims, turns }: StoryView): number {
  const records = claims.reduce((sum, claim) => sum + claim.records.length, turns.length);
  return Math.min(REPORTS, Math.floor(MOST_REPORTS / Math.max(1, records)));
}

/** The list beside the picture of time: a line a claim. */
export function overview(view: StoryView, filter: Filter, { zone }: Site): Html {
  return html`<ol class="over">${view.claims.map((claim) => {
    const { before, now } = nowOf(claim);
    return html`<li class="row ${classesOf(claim)}"${isWanted(claim, filter, zone) ? '' : html` hidden`}>${claim.isNew ? NEW_DOT : ''}<a href="#c-${claim.claim.id}">${mark(claim.standing)}<b>${claim.number}</b> ${claim.label}<i class="vh">, ${claim.standing}</i></a><p>${now ? html`${before ? html`<del>${before}</del> → ` : ''}<ins>${now}</ins>` : ''}</p></li>`;
  })}</ol>`;
}

/** The claims in the article's order, each with its standing, what holds now and its line of time. */
export function claimItems(view: StoryView, filter: Filter, site: Site): Html {
  const reports = reportsShown(view);
  return html`<ol class="claims">${view.claims.map((claim) => claimItem(claim, view, filter, site, reports))}</ol>`;
}

function claimItem(claim: ClaimView, view: StoryView, filter: Filter, site: Site, reports: number): Html {
  const { claim: own, number, standing, records, label, isNew, last } = claim;
  const { now } = nowOf(claim);
  const feed = site.feed?.(PATHS.feed('atom', view.slug, own.id));
  const waiting = records.filter(({ certainty }) => certainty === 'possible');
  return html`<li class="claim ${classesOf(claim)}" id="c-${own.id}"${isWanted(claim, filter, site.zone) ? '' : html` hidden`}>${isNew ? NEW_DOT : ''}<h3><a href="#c-${own.id}"><span class="vh">Claim </span>${number}</a> ${mark(standing)} ${capital(standing)} <span>${label}</span></h3><p class="text" dir="auto">${own.text}</p>${
    now
      ? html`<p class="now"><b>${claim.last || claim.standing === 'lapsed' ? 'Now' : 'Open'}</b> ${now}${last && last.contested.length > 0 ? html` <span>${last.contested.map(({ value, origins }, i) => html`${i > 0 ? '; ' : ''}${value}: <bdi>${origins.join(', ')}</bdi>`)}</span>` : ''}</p>`
      : ''
  }${records.length > 0 ? html`<ol>${records.map((record) => recordItem(record, site, reports))}</ol>` : ''}<p class="may">${
    waiting.length > 0 && site.editor
      ? html`To decide: ${waiting.map((record, i) => html`${i > 0 ? ', ' : ''}<a href="${site.to(PATHS.record(view.slug, shortId(record.id)))}">${record.kind}</a>`)}. `
      : ''
  }${feed ? html`<a class="feed" rel="alternate" href="${feed}">Feed<span class="vh"> of ${label}</span></a>` : ''}</p></li>`;
}

/** What no claim foresaw. */
export function turnItems(view: StoryView, filter: Filter, site: Site): Html | '' {
  if (view.turns.length === 0) return '';
  const reports = reportsShown(view);
  return html`<section class="beside" aria-labelledby="h-new"><h2 id="h-new">New developments, beside the article’s claims</h2><ol>${view.turns.map((turn) => recordItem(turn, site, reports, !isWantedTurn(turn, filter, site.zone)))}</ol></section>`;
}
