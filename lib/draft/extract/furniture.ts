import { isAside } from '../../feed/plain.ts';

/** Elements of a page that are never its article's own words. Headings divide a text and state nothing. */
const FURNITURE =
  'script, style, template, noscript, aside, figure, nav, footer, form, iframe, button, h1, h2, h3, h4, h5, h6';

/** Ways to keep a text from readers' eyes. */
const UNSEEN =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0|(?:left|top|text-indent)\s*:\s*-\d{3}|clip\s*:\s*rect\(0/i;

/** What is used here of a page that linkedom parsed. */
export interface Page {
  querySelector(selectors: string): unknown;
  querySelectorAll(selectors: string): Iterable<{
    remove(): void;
    getAttribute(name: string): string | null;
  }>;
}

/** Takes out of a page what is not its article: captions, boxes, offers to readers, and what no reader sees. */
export function removeFurniture(document: Page): void {
  for (const element of document.querySelectorAll(FURNITURE)) element.remove();
  for (const element of document.querySelectorAll('[hidden], [aria-hidden="true"]')) element.remove();
  for (const element of document.querySelectorAll('[style]'))
    if (UNSEEN.test(element.getAttribute('style') ?? '')) element.remove();
  for (const element of document.querySelectorAll('[class], [id]'))
    if (isAside(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`))
      element.remove();
}
