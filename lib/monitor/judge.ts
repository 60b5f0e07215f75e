import { createHash } from 'node:crypto';
import { type Proven, prove, turnReports } from '../compare/prove.ts';
import type { Answer, Asked, Reader } from '../model/answer.ts';
import type { Item } from '../model/item.ts';
import type { ChangeKey, Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';

/** What came of one item: what its reader says, and what of it stands. */
export type Judgement =
  | { readonly outcome: 'read'; readonly proven: readonly Proven[]; readonly reports: readonly Report[] }
  | Extract<Answer, { outcome: 'failed' }>;

/** Asks a reader about items of one story and proves what it finds, in the order asked; never rejects. */
export async function judge(
  reader: Reader,
  story: Story,
  items: readonly Item[],
  signal?: AbortSignal,
): Promise<Judgement[]> {
  const { story: slug, article, claims } = story.baseline;
  const answers = await reader.read(
    items.map((item): Asked => ({ story: slug, article, claims, item })),
    signal,
  );
  return items.map((item, i): Judgement => {
    const answer: Answer = answers[i] ?? { outcome: 'failed', why: 'the reader gave no answer', retry: true };
    return judgementOf(story, item, answer, reader.id);
  });
}

/** What stands of an answer. @param reader that gave it, by its id */
export function judgementOf(story: Story, item: Item, answer: Answer, reader: string): Judgement {
  if (answer.outcome === 'failed') return answer;
  const proven = prove(story, item, answer, reader);
  const reports = [
    ...proven.flatMap(({ report }) => report ?? []),
    ...turnReports(story, item, answer.turns, reader),
  ];
  return { outcome: 'read', proven, reports };
}

/** A change's identity: one story, claim, aspect and value make one record, whoever reports it. */
export function changeOf(story: string, { claimId, aspect, key }: Omit<Report, 'evidence'>): ChangeKey {
  const hash = createHash('sha256')
    .update([story, claimId ?? '', aspect, key].join('\n'))
    .digest('hex')
    .slice(0, 10);
  return { id: `${story}.${hash}`, story, claimId, aspect };
}
