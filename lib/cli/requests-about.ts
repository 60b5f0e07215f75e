import type { Item } from '../model/item.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { Story } from '../model/story.ts';
import type { Records } from '../monitor/ports.ts';
import { groupByFeed } from '../monitor/recorder.ts';
import { answerKeyOf, storyTextDigest } from '../readers/digests.ts';
import { inRequests, type ModelRequest, requestFor } from '../readers/model/request.ts';

/** Those of a story's items that a reader has not answered. @param reader by its id */
export async function unanswered(
  { baseline }: Pick<Story, 'baseline'>,
  items: readonly Item[],
  reader: string,
  records: Records,
): Promise<Item[]> {
  const kept = await records.keptAnswers(reader, storyTextDigest(baseline), items.map(answerKeyOf));
  return items.filter((_, i) => !kept[i]);
}

/** A request with the items that it is about, in order. */
export interface AskedRequest {
  readonly request: ModelRequest;
  readonly items: readonly Item[];
}

/** What a model would be asked about items of a story. */
export function requestsAbout(
  story: Story,
  items: readonly Item[],
  { requestItems, textLength }: ReaderSettings,
): AskedRequest[] {
  const { story: slug, article, claims } = story.baseline;
  return groupByFeed(story, items)
    .flatMap(({ items: own }) => inRequests(own, requestItems))
    .map((own) => ({
      items: own,
      request: requestFor(
        own.map((item) => ({ story: slug, article, claims, item })),
        textLength,
      ),
    }));
}
