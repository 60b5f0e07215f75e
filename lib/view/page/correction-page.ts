import { html } from 'hono/html';
import { type CorrectionNote, correctionHtml, correctionText } from '../correction.ts';
import { documentOf } from './document.ts';
import { type Html, PATHS, type Site } from './site.ts';
import type { StoryView } from './story-data.ts';

/** A story's correction note, as text and as HTML to copy. */
export function correctionPage(view: StoryView, note: CorrectionNote, site: Site): Html {
  const area = (id: string, label: string, text: string) =>
    html`<section class="note" aria-labelledby="h-${id}"><h2 id="h-${id}"><label for="${id}">${label}</label></h2><textarea id="${id}" readonly rows="${Math.min(30, text.length / 70 + 8) | 0}" dir="auto">${text}</textarea><button type="button" data-copy="${id}" hidden>Copy</button></section>`;
  const body = html`<div class="head"><p class="meta"><a href="${site.to(PATHS.story(view.slug))}">${view.title}</a></p><h1 id="note">What has changed since publication</h1><p class="why">From the sure changes only. Whether that calls for a correction is for the publisher to say.</p></div>${area('note-text', 'As text', correctionText(note))}${area('note-html', 'As HTML', String(correctionHtml(note)))}`;
  return documentOf(
    {
      title: `Correction note: ${view.title}`,
      feeds: [{ title: `Changes of ${view.title}`, slug: view.slug }],
      skipTo: { id: 'note', text: 'Skip to the note' },
      body,
    },
    site,
  );
}
