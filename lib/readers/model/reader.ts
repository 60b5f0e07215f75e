import pLimit from 'p-limit';
import type { Answer, Asked, Reader, Usage } from '../../model/answer.ts';
import { type Answers, KEPT_DAYS } from '../answers.ts';
import { itemTextDigest, storyTextDigest } from '../digests.ts';
import type { Measured } from '../measured.ts';
import { type ModelAnswer, toAnswer } from './answer-form.ts';
import { readReply } from './reply.ts';
import { type ModelRequest, requestFor } from './request.ts';
import type { Wire, WireReply } from './wire.ts';

export interface ModelReaderOptions {
  readonly id: string;
  readonly wire: Wire;
  readonly measured: Measured;
  /** So many characters of an item are sent, and so many items of one feed in one request. */
  readonly textLength: number;
  readonly requestItems: number;
  readonly answers: Answers;
  readonly now: () => Date;
  /** Told of the tokens of each request. */
  readonly used: (usage: Usage) => void;
}

/** So many requests are on their way at a time. */
const REQUESTS_AT_ONCE = 4;
const DAY_MS = 24 * 3_600_000;

type Failed = Extract<Answer, { outcome: 'failed' }>;
type Judged = { readonly outcome: 'read'; readonly answer: ModelAnswer } | Failed;

/** A language model as a reader: what it answered is kept, and never asked again. Rejects only where the table does. */
export function modelReader(options: ModelReaderOptions): Reader {
  const { id, answers, measured, requestItems, now } = options;
  const limit = pLimit(REQUESTS_AT_ONCE);

  async function askAndKeep(asked: readonly Asked[], story: string): Promise<Judged[]> {
    const judged = await limit(() => askOnce(asked, options));
    return Promise.all(
      judged.map(async (each, i) => {
        const item = asked[i]?.item;
        if (each.outcome === 'failed' || !item) return each;
        const given = { answer: each.answer, guid: item.guid, text: itemTextDigest(item) };
        const until = new Date(now().getTime() + KEPT_DAYS * DAY_MS);
        const { answer } = await answers.keepAnswer(id, story, given, until);
        return { outcome: 'read', answer };
      }),
    );
  }

  return {
    id,
    async read(asked) {
      const [first] = asked;
      if (!first) return [];
      const story = storyTextDigest(first);
      const texts = asked.map(({ item }) => itemTextDigest(item));
      const kept = await answers.keptAnswers(id, story, [...new Set(texts)]);
      const missing = asked.filter((_, i) => !kept.has(texts[i] ?? ''));
      const chunks = Array.from({ length: Math.ceil(missing.length / requestItems) }, (_, i) =>
        missing.slice(i * requestItems, (i + 1) * requestItems),
      );
      const answered = (await Promise.all(chunks.map((chunk) => askAndKeep(chunk, story)))).flat();
      const judgedOf = new Map(missing.map((each, i) => [each, answered[i]]));
      return asked.map((each, i): Answer => {
        const known = kept.get(texts[i] ?? '');
        const judged = known ? { outcome: 'read' as const, answer: known.answer } : judgedOf.get(each);
        if (!judged) return { outcome: 'failed', why: 'it was not asked about', retry: true };
        return judged.outcome === 'failed' ? judged : toAnswer(judged.answer, measured);
      });
    },
  };
}

/** One request about items of one feed; what its answer lacks is asked about once more, each item alone. */
async function askOnce(
  asked: readonly Asked[],
  { wire, textLength, used }: Pick<ModelReaderOptions, 'wire' | 'textLength' | 'used'>,
): Promise<Judged[]> {
  const reply = await askFor(asked, { wire, textLength, used });
  if (reply.outcome === 'failed' && (reply.retry || asked.length === 1)) return asked.map(() => reply);
  const answers = reply.outcome === 'answers' ? reply.answers : new Map<string, ModelAnswer>();
  return Promise.all(
    asked.map(async (each, i): Promise<Judged> => {
      const answer = answers.get(String(i + 1));
      if (answer) return { outcome: 'read', answer };
      const alone = asked.length === 1 ? LACKING : (await askOnce([each], { wire, textLength, used }))[0];
      return alone ?? LACKING;
    }),
  );
}

const LACKING: Failed = { outcome: 'failed', why: 'the answer lacks this item', retry: false };

type Asking = { readonly outcome: 'answers'; readonly answers: ReadonlyMap<string, ModelAnswer> } | Failed;

/** One request and, where its answer breaks the schema, one to repair it. */
async function askFor(
  asked: readonly Asked[],
  { wire, textLength, used }: Pick<ModelReaderOptions, 'wire' | 'textLength' | 'used'>,
): Promise<Asking> {
  const request = requestFor(asked, textLength);
  const numbers = asked.map((_, i) => String(i + 1));
  const send = async (each: ModelRequest): Promise<WireReply> => {
    const reply = await wire.ask(each);
    used(reply.usage);
    return reply;
  };
  const first = await send(request);
  if (first.outcome === 'failed') return first;
  const read = readReply(first.text, numbers);
  if (read.outcome === 'answers') return read;
  const second = await send({ ...request, broken: { text: first.text, fault: read.fault } });
  if (second.outcome === 'failed') return second;
  const again = readReply(second.text, numbers);
  if (again.outcome === 'answers') return again;
  return { outcome: 'failed', why: `the answer breaks its form, twice: ${again.fault}`, retry: false };
}
