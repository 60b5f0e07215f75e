import type { Wire } from '../../readers/model/wire.ts';
import type { Sentence } from '../sentences.ts';
import { type DraftReply, readDraftReply } from './reply.ts';
import type { DraftArticle } from './request.ts';
import { draftRequest } from './request.ts';

/** A draft by a model, or why there is none. */
export type Drafted =
  | Extract<DraftReply, { outcome: 'drafted' }>
  | { readonly outcome: 'failed'; readonly why: string };

/** So much of a broken answer goes back to be mended, in characters. */
const BROKEN_LENGTH = 8_000;

/** Asks a model for the claims of an article, and once more where its answer breaks the form. @param story whose budget pays */
export async function draftByModel(
  story: string,
  article: DraftArticle,
  sentences: readonly Sentence[],
  wire: Wire,
): Promise<Drafted> {
  const request = draftRequest(story, article, sentences);
  const first = await wire.ask(request);
  if (first.outcome === 'failed') return first;
  const read = readDraftReply(first.text);
  if (read.outcome === 'drafted') return read;
  const broken = { text: first.text.slice(0, BROKEN_LENGTH), fault: read.fault };
  const second = await wire.ask({ ...request, broken });
  if (second.outcome === 'failed') return second;
  const again = readDraftReply(second.text);
  return again.outcome === 'drafted'
    ? again
    : { outcome: 'failed', why: `the answer breaks its form, twice: ${again.fault}` };
}
