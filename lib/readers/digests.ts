import { createHash } from 'node:crypto';
import type { Asked } from '../model/answer.ts';

/** A digest of an article and its claims, as a model is shown them: labels, feeds and names of a baseline are not part of it. */
export function storyTextDigest({ article, claims }: Pick<Asked, 'article' | 'claims'>): string {
  return digest([article.title, article.publishedAt, ...claims.flatMap(({ id, text }) => [id, text])]);
}

/** A digest of an item's title, text and time. */
export function itemTextDigest({ title, summary, text, saidAt }: Asked['item']): string {
  return digest([title, summary, text, saidAt]);
}

/** A digest of the host of the first feed that carries an item, or of the feed where it has no host. */
function sourceDigest({ feeds }: Asked['item']): string {
  const [feed] = feeds ?? [];
  // Where none is known it is a source of its own: no source at all serves every one.
  return digest(feed === undefined ? [] : [URL.parse(feed)?.host ?? feed]);
}

/** What an answer on an item is kept by. */
export function answerKeyOf(item: Asked['item']): { readonly text: string; readonly source: string } {
  return { text: itemTextDigest(item), source: sourceDigest(item) };
}

/** Sixteen hexadecimal digits of some texts. */
export function digest(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
}
