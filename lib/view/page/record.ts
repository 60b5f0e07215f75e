import { html } from 'hono/html';
import { shortId } from '../../model/report.ts';
import { originsOf, percent, plural } from '../count.ts';
import { dayIn } from '../dates.ts';
import { decisionLine } from '../decision.ts';
import { mark } from './marks.ts';
import { reportItem } from './report.ts';
import { type Html, PATHS, type Site } from './site.ts';
import { capital, type RecordView } from './story-data.ts';
import { dayTag, diffTag, NEW_DOT } from './words.ts';

/** At most this many characters of a report's words are shown beside others; its record's page has them whole. */
const CLIPPED = 240;
/** At most this many origins of a record are named. */
const ORIGINS_NAMED = 5;

/** Where a record stands on its story's page. */
export const anchorOf = ({ id }: Pick<RecordView, 'id'>): string => `r-${shortId(id)}`;

/**
 * A record in its claim's line of time, to be opened: before → after, and who says so.
 * @param reports so many of its reports are shown, its own page has all; where none are, it leads there
 */
export function recordItem(record: RecordView, site: Site, reports: number, isHidden = false): Html {
  const { evidence, certainty, isNew, story, id } = record;
  const page = site.to(PATHS.record(story, shortId(id)));
  const classes = `rec ${certainty}${isNew ? ' is-new' : ''}`;
  // Where no server answers, the script goes by the day.
  const day = site.editor ? '' : html` data-day="${dayIn(record.firstSeen, site.zone)}"`;
  const attributes = html`${day}${isHidden ? html` hidden` : ''}`;
  if (reports === 0)
    return html`<li class="${classes} short" id="${anchorOf(record)}"${attributes}>${line(record, site)}<small><a href="${page}">${plural(evidence.length, 'report')}</a></small></li>`;
  return html`<li class="${classes}"${attributes}><details><summary>${line(record, site)}<small>${plural(evidence.length, 'report')}</small></summary><div id="${anchorOf(record)}">${recordBody(record, site, reports)}<p><a href="${page}">${evidence.length > reports ? `All ${evidence.length} reports` : 'Its own page'}</a></p></div></details></li>`;
}

function line(record: RecordView, site: Site): Html {
  const { kind, firstSeen, certainty, isNew } = record;
  const isPossible = certainty === 'possible';
  return html`${dayTag(firstSeen, site)} <span>${mark(kind, isPossible)} ${isPossible ? `Possibly ${kind}` : capital(kind)}</span> <span>${isNew ? NEW_DOT : ''}${diffTag(record)}</span> `;
}

/** What a record rests on: contested values, reports, origins, decisions. */
export function recordBody(record: RecordView, site: Site, reports: number, most = CLIPPED): Html {
  const { contested, evidence, decisions, rejected, reported, confidence, certainty } = record;
  const origins = [...originsOf(record)];
  const named = origins.slice(0, ORIGINS_NAMED).join(', ');
  const more = origins.length - ORIGINS_NAMED;
  return html`${
    contested.length > 0
      ? html`<ul class="contested">${contested.map(({ value, origins: by }) => html`<li>${value}: <bdi>${by.join(', ')}</bdi></li>`)}</ul>`
      : ''
  }${reported ? html`<p>Its reports say <del>${reported}</del>; an editor’s value stands.</p>` : ''}${
    evidence.length > 0 && reports > 0
      ? html`<ul class="reports">${evidence.slice(0, reports).map((report) => reportItem(report, site, most))}</ul>`
      : ''
  }<p class="why">${plural(origins.length, 'origin')}: <bdi>${named}${more > 0 ? ` and ${more} more` : ''}</bdi>. ${certainty === 'sure' ? 'Sure' : `Possible, ${percent(confidence)} likely`}.${rejected > 0 ? ` ${plural(rejected, 'other report')} of the same rejected.` : ''}</p>${
    site.editor && decisions.length > 0
      ? html`<ul class="decisions">${decisions.map((decision) => html`<li dir="auto">${capital(decisionLine(decision, site.zone))}</li>`)}</ul>`
      : ''
  }`;
}
