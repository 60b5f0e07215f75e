import { html } from 'hono/html';
import type { Evidence } from '../../model/report.ts';
import { agencyOf } from '../agency.ts';
import { webLink } from '../web-link.ts';
import type { Html, Site } from './site.ts';
import { clip, timeTag } from './words.ts';

/** A link to what a feed named, where it is one that a browser may follow: http or https. */
export function outLink(link: string, text: string): Html {
  const href = webLink(link);
  return href !== null
    ? html`<a href="${href}" rel="noopener nofollow"><bdi>${text}</bdi></a>`
    : html`<bdi>${text}</bdi>`;
}

/**
 * One report: its words, with the quote marked in its title where it stands there, and who said so when.
 * @param most so many characters of a text are shown
 */
export function reportItem(report: Evidence, site: Site, most: number): Html {
  const { source, link, saidAt, reader, isMeanwhile } = report;
  const agency = agencyOf(report);
  return html`<li>${words(report, most)}<p class="src">${outLink(link, source)}${agency ? html`, <bdi>${agency}</bdi>` : ''}, ${timeTag(saidAt, site)}, <span>read by <bdi>${readerName(reader)}</bdi>${isMeanwhile ? ' meanwhile' : ''}</span></p></li>`;
}

function words({ title, quote }: Evidence, most: number): Html {
  const at = title.indexOf(quote);
  const marked = html`<mark>${clip(quote, most)}</mark>`;
  if (quote !== '' && at >= 0 && title.length <= most)
    return html`<q dir="auto">${title.slice(0, at)}${marked}${title.slice(at + quote.length)}</q>`;
  if (quote === '' || at >= 0) return html`<q dir="auto">${quote === '' ? clip(title, most) : marked}</q>`;
  return html`<p class="title" dir="auto">${clip(title, most)}</p><q dir="auto">${marked}</q>`;
}

/** A reader's name without the digests that tell its versions apart. */
function readerName(reader: string): string {
  const [, name = reader] = /^(.*?)(?:\/[\da-f]{16}|@[\da-f]{8})$/.exec(reader) ?? [];
  return name === 'answers' ? 'recorded answers' : name;
}
