import type { Answer, Asked, Reader } from '../../model/answer.ts';
import { daysAfter } from '../../text/edtf.ts';
import { type Answers, KEPT_DAYS } from '../answers.ts';
import { answerKeyOf, storyTextDigest } from '../digests.ts';
import { type Measured, worthOf } from '../measured.ts';
import { type ModelAnswer, toAnswer } from './answer-form.ts';
import { readReply } from './reply.ts';
import { inRequests, type ModelRequest, requestFor } from './request.ts';
import type { FailedReply, Wire, WireReply } from './wire.ts';

export interface ModelReaderOptions {
  readonly id: string;
  readonly wire: Wire;
  readonly measured: Measured;
  /** So many characters of an item are sent, and so many items of one feed in one request. */
  readonly textLength: number;
  readonly requestItems: number;
  readonly answers: Answers;
  readonly now: () => Date;
}

/** So long a reason is kept, in characters. */
const WHY_LENGTH = 300;

type Failed = Extract<Answer, { outcome: 'failed' }>;
type Judged = { readonly outcome: 'read'; readonly answer: ModelAnswer } | Failed;

/** A language model as a reader: what it answered is kept, and never asked again. Rejects only where the table does. */
export function modelReader(options: ModelReaderOptions): Reader {
  const { id, wire, answers, measured, requestItems, now } = options;

  /** Keeps an answer as soon as it is there. */
  async function keep(judged: Judged, { item }: Asked, story: string): Promise<Judged> {
    if (judged.outcome === 'failed') return judged;
    const given = { answer: judged.answer, guid: item.guid, ...answerKeyOf(item) };
    const until = daysAfter(now(), KEPT_DAYS);
    const { answer } = await answers.keepAnswer(id, story, given, until);
    return { outcome: 'read', answer };
  }

  /** One request about items of one feed; what its answer lacks is asked about once more, each item alone. */
  async function ask(asked: readonly Asked[], story: string, signal?: AbortSignal): Promise<Judged[]> {
    const request = requestFor(asked, options.textLength);
    const reply = await askFor(request, asked.length, (each) => wire.ask(each, signal));
    const isAlone = asked.length === 1;
    if (reply.outcome === 'failed' && (reply.unsent === 'budget' || reply.unsent === 'limit') && !isAlone) {
      // A smaller request may find room.
      const half = Math.ceil(asked.length / 2);
      const first = await ask(asked.slice(0, half), story, signal);
      return [...first, ...(await ask(asked.slice(half), story, signal))];
    }
    if (reply.outcome === 'failed' && (!reply.splits || isAlone))
      return asked.map(() => ({ ...reply, isItsOwn: reply.splits && isAlone }));
    const answered = reply.outcome === 'answers' ? reply.answers : new Map<string, ModelAnswer>();
    return Promise.all(
      asked.map(async (each, i): Promise<Judged> => {
        const answer = answered.get(String(i + 1));
        if (answer) return keep({ outcome: 'read', answer }, each, story);
        if (isAlone) return LACKING;
        return (await ask([each], story, signal))[0] ?? LACKING;
      }),
    );
  }

  return {
    id,
    worth: worthOf(measured),
    async read(asked, signal) {
      const [first] = asked;
      if (!first) return [];
      const story = storyTextDigest(first);
      const keys = asked.map(({ item }) => answerKeyOf(item));
      const kept = await answers.keptAnswers(id, story, keys);
      const missing = asked.filter((_, i) => !kept[i]);
      const chunks = inRequests(missing, requestItems);
      const answered = (await Promise.all(chunks.map((chunk) => ask(chunk, story, signal)))).flat();
      const judgedOf = new Map(missing.map((each, i) => [each, answered[i]]));
      return asked.map((each, i): Answer => {
        const known = kept[i];
        const judged = known ? { outcome: 'read' as const, answer: known.answer } : judgedOf.get(each);
        if (!judged) return { outcome: 'failed', why: 'it was not asked about', retry: true };
        return judged.outcome === 'failed' ? judged : toAnswer(judged.answer, measured);
      });
    },
  };
}

const LACKING: Failed = { outcome: 'failed', why: 'the answer lacks this item', retry: true, isItsOwn: true };

type Asking =
  | { readonly outcome: 'answers'; readonly answers: ReadonlyMap<string, ModelAnswer> }
  /** `splits`: what is wrong may be one item's alone. */
  | (Failed & { readonly splits: boolean });

/** One request and, where its answer breaks the schema, one to repair it. */
async function askFor(
  request: ModelRequest,
  items: number,
  send: (request: ModelRequest) => Promise<WireReply>,
): Promise<Asking> {
  const numbers = Array.from({ length: items }, (_, i) => String(i + 1));
  // Whatever fails, another run may go well.
  const failed = (why: string, splits: boolean, told: Partial<FailedReply> = {}): Asking => ({
    outcome: 'failed',
    why: why.slice(0, WHY_LENGTH),
    retry: true,
    splits,
    isBusy: told.isBusy,
    unsent: told.unsent,
  });
  const first = await send(request);
  if (first.outcome === 'failed') return failed(first.why, !first.retry, first);
  const read = readReply(first.text, numbers);
  if (read.outcome === 'answers') return read;
  const broken = { text: first.text.slice(0, BROKEN_LENGTH), fault: read.fault };
  const second = await send({ ...request, broken });
  if (second.outcome === 'failed') return failed(second.why, !second.retry, second);
  const again = readReply(second.text, numbers);
  return again.outcome === 'answers'
    ? again
    : failed(`the answer breaks its form, twice: ${again.fault}`, true);
}

/** So much of a broken answer goes back to be mended, in characters. */
const BROKEN_LENGTH = 8_000;
