import { html } from 'hono/html';
import { shortId } from '../../model/report.ts';
import { claimList, decisionForm } from './decision-form.ts';
import { documentOf } from './document.ts';
import { mark } from './marks.ts';
import { recordBody } from './record.ts';
import { type Html, PATHS, type Site } from './site.ts';
import { capital, type RecordView, type StoryView } from './story-data.ts';
import { dayTag, diffTag } from './words.ts';

/** Texts are shown whole. */
const WHOLE = 2_000;

/** A record's own page: all of its reports, and every decision on it. @param state see `decisionForm` */
export function recordPage(record: RecordView, view: StoryView, site: Site, state: string): Html {
  const { kind, label, claim, claimId, evidence, certainty, firstSeen, after } = record;
  const about = label ?? 'New development';
  const up = site.to(PATHS.story(view.slug)) + (claimId === null ? '#h-new' : `#c-${claimId}`);
  const body = html`<div class="head"><p class="meta"><a href="${up}">${view.title}</a></p>
<h1 id="record">${mark(kind, certainty === 'possible')} ${certainty === 'possible' ? `Possibly ${kind}` : capital(kind)}: ${about}</h1>
${claim ? html`<p class="text" dir="auto">${claim}</p>` : ''}<p class="now">${diffTag(record)}</p><p class="why">First reported ${dayTag(firstSeen, site)}. Record ${shortId(record.id)}.</p></div>
${site.editor ? claimList(view) : ''}<div class="decide alone"><div id="p-${shortId(record.id)}">${decisionForm(record, view, site, state)}</div></div>
<section class="whole" aria-labelledby="h-reports"><h2 id="h-reports">Reports <b>${evidence.length}</b></h2>${recordBody(record, site, evidence.length, WHOLE)}</section>`;
  return documentOf(
    {
      title: `${capital(kind)}: ${label ?? after}`,
      feeds: [{ title: `Changes of ${view.title}`, slug: view.slug }],
      skipTo: { id: 'record', text: 'Skip to the record' },
      body,
    },
    site,
  );
}
