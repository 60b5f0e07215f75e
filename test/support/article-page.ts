import { extractArticle } from '../../lib/draft/extract/extract.ts';

/** A page with an article, and what is taken of it. */

export const PAGE_URL = 'https://islander.example/news/bridge';
export const extract = (page: string | Uint8Array, url: string | null = PAGE_URL) =>
  extractArticle({ bytes: Buffer.from(page), contentType: 'text/html; charset=utf-8', url });

export const SENTENCE =
  'The council said on Monday that the bridge would stay shut until an inspection is complete. ';
export const TEXT = Array.from({ length: 8 }, (_, i) => `<p>${i + 1}. ${SENTENCE.repeat(2)}</p>`).join('');
export const page = (body: string, head = '') =>
  `<!doctype html><html><head><title>Bridge shut</title>${head}</head><body>${body}</body></html>`;
export const ld = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', url: PAGE_URL, ...node })}</script>`;
