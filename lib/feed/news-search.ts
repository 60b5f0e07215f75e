import { Parser } from 'htmlparser2';
import { collapse } from './plain.ts';

/** A headline that an aggregator lists, with its link and the outlet's name. */
export interface Headline {
  readonly title: string;
  readonly link: string;
  readonly outlet: string;
}

/** Addresses of an aggregator that stand for an outlet's page, which they do not name. */
const WRAPPER = /^https?:\/\/news\.google\.[a-z.]+\/(?:rss\/)?(?:articles|stories|read)\//i;

/** Whether an address is an aggregator's own for the page of an outlet. */
export function isWrapper(link: string): boolean {
  return WRAPPER.test(link);
}

/**
 * The headlines in the description of an aggregator's item: each a link to a wrapped page, with its outlet behind it.
 * `<li><a href="https://news.google.com/rss/articles/…">Visit called off</a>&nbsp;<font>The Paper</font></li>`
 */
export function headlinesOf(html: string): Headline[] {
  const found: { title: string; link: string; outlet: string }[] = [];
  let inLink = false;
  const parser = new Parser(
    {
      onopentag(name, { href = '' }) {
        if (name !== 'a') return;
        inLink = isWrapper(href);
        if (inLink) found.push({ title: '', link: href, outlet: '' });
      },
      onclosetag(name) {
        if (name === 'a') inLink = false;
      },
      ontext(text) {
        const last = found.at(-1);
        if (!last) return;
        if (inLink) last.title += text;
        else last.outlet += text;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return found
    .map(({ title, link, outlet }) => ({ title: collapse(title), link, outlet: collapse(outlet) }))
    .filter(({ title }) => title !== '' && !/^view full coverage/i.test(title));
}
