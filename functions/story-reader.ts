import type { ReaderIdentity } from '../lib/model/answer.ts';
import type { ReaderSettings } from '../lib/model/reader-settings.ts';
import type { Story } from '../lib/model/story.ts';
import {
  identityOf,
  isHosted,
  type NamedReader,
  parseReaderName,
  readerNameOf,
} from '../lib/readers/named.ts';

/** What judges a story. @throws where its name is none: a deployment checks it before it is loaded */
export function readerOfStory({ baseline }: Pick<Story, 'baseline'>, settings: ReaderSettings): NamedReader {
  const named = parseReaderName(readerNameOf(baseline, settings));
  if ('fault' in named)
    throw new Error(
      `The story "${baseline.story}": reader: ${named.fault}; mend its baseline and deploy again`,
    );
  return named;
}

/** By whom a story's items are judged, and whether they wait for it. */
export function judgedIn(
  story: Pick<Story, 'baseline'>,
  settings: ReaderSettings,
): { readonly waits: boolean; readonly reader: ReaderIdentity } {
  const named = readerOfStory(story, settings);
  return { waits: isHosted(named), reader: identityOf(named, settings) };
}
