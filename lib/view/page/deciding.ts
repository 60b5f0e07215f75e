import { html } from 'hono/html';
import { shortId } from '../../model/report.ts';
import { claimList, decisionForm } from './decision-form.ts';
import { mark } from './marks.ts';
import { recordBody } from './record.ts';
import { type Html, PATHS, type Site } from './site.ts';
import { capital, type RecordView, type StoryView } from './story-data.ts';
import { diffTag, NEW_DOT } from './words.ts';

/** At most this many records are put up for a yes or no at once; the others follow once these are decided. */
const AT_ONCE = 25;
/** At most this many of those that were decided last can be undone from the story's page. */
const UNDOABLE = 10;
const REPORTS = 3;

/** What waits for a yes or no, newest first. @param stateOf see `decisionForm` */
export function toDecide(view: StoryView, site: Site, stateOf: (record: RecordView) => string): Html | '' {
  const { possible } = view;
  if (possible.length === 0) return '';
  const shown = possible.slice(0, AT_ONCE);
  return html`<section class="decide" id="decide" aria-labelledby="h-decide"><h2 id="h-decide">${site.editor ? 'To decide' : 'Possible changes'} <b>${possible.length}</b></h2><p class="why">A possible change alters nothing until ${site.editor ? 'you say yes' : 'an editor says yes'}.</p>${site.editor ? claimList(view) : ''}<ol>${shown.map((record) => card(record, view, site, stateOf))}</ol>${possible.length > shown.length ? html`<p class="why">The newest ${shown.length} of ${possible.length}; the others follow once these are decided.</p>` : ''}</section>`;
}

function card(
  record: RecordView,
  view: StoryView,
  site: Site,
  stateOf: (record: RecordView) => string,
): Html {
  const { kind, isNew } = record;
  return html`<li id="p-${shortId(record.id)}">${isNew ? NEW_DOT : ''}<h3>${mark(kind, true)} ${capital(kind)}? ${aboutLink(record)}</h3><p>${diffTag(record)}</p>${recordBody(record, site, REPORTS)}${decisionForm(record, view, site, stateOf(record))}<p class="why"><a href="${site.to(PATHS.record(view.slug, shortId(record.id)))}">Its own page</a></p></li>`;
}

/** What was decided last, to be undone. */
export function decidedList(view: StoryView, site: Site, stateOf: (record: RecordView) => string): Html | '' {
  const shown = view.decided.slice(0, UNDOABLE);
  if (!site.editor || shown.length === 0) return '';
  return html`<section class="decided" aria-labelledby="h-decided"><h2 id="h-decided">Recent decisions</h2><ol>${shown.map((record) => html`<li id="d-${shortId(record.id)}"><p>${mark(record.kind)} <a href="${site.to(PATHS.record(view.slug, shortId(record.id)))}">${record.label ?? record.after}: ${record.kind}</a></p><p>${diffTag(record)}</p>${decisionForm(record, view, site, stateOf(record))}</li>`)}</ol></section>`;
}

function aboutLink({ claimId, label, id }: RecordView): Html {
  return claimId === null
    ? html`<a href="#r-${shortId(id)}">New development</a>`
    : html`<a href="#c-${claimId}">${label ?? claimId}</a>`;
}
