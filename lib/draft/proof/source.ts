import { termsIn } from '../../text/terms.ts';
import type { DraftArticle } from '../model/request.ts';
import type { Sentence } from '../sentences.ts';

/** What a claim is held against. */
export interface Source {
  readonly article: DraftArticle;
  /** The day of publication, in the zone in which its time is given. */
  readonly publishedOn: string;
  /** The sentences that the claim names. */
  readonly cited: readonly Sentence[];
  /** All sentences of their paragraphs, and the headline. */
  readonly around: string;
  /** Of these the one that shares most telling words with it; null where it names none. */
  readonly nearest: Sentence | null;
  /** The whole article, headline first. */
  readonly text: string;
}

export function sourceOf(
  claim: { readonly text: string; readonly sentences: readonly number[] },
  article: DraftArticle,
  sentences: readonly Sentence[],
): Source {
  const cited = claim.sentences.flatMap((number) => sentences[number - 1] ?? []);
  const own = termsIn(claim.text);
  const shared = ({ text }: Sentence) => [...termsIn(text)].filter((term) => own.has(term)).length;
  const [nearest = null] = cited.toSorted((a, b) => shared(b) - shared(a));
  const paragraphs = new Set(cited.map(({ paragraph }) => paragraph));
  const near = sentences.filter(({ paragraph }) => paragraphs.has(paragraph));
  const around = [article.title, ...near.map((each) => each.text)].join('\n');
  const text = [article.title, article.publisher, ...sentences.map((each) => each.text)].join('\n');
  return { article, publishedOn: article.publishedAt.slice(0, 10), cited, around, nearest, text };
}
