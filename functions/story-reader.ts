import type { ReaderIdentity } from '../lib/model/answer.ts';
import type { ReaderSettings } from '../lib/model/reader-settings.ts';
import type { Story } from '../lib/model/story.ts';
import {
  identityOf,
  isHosted,
  type NamedReader,
  parseReaderName,
  RULES_NAME,
  readerNameOf,
  strangeReader,
} from '../lib/readers/named.ts';
import { logger } from './telemetry.ts';

/**
 * What judges a story. Rows come from other hands than the deployment's, too: where a baseline names what it may not, the
 * story is judged by what the deployment names, and that is logged.
 */
export function readerOfStory({ baseline }: Pick<Story, 'baseline'>, settings: ReaderSettings): NamedReader {
  const fault = strangeReader(baseline, settings);
  if (fault)
    logger.error('A story names a reader that it may not have: the deployment’s is taken', { fault });
  const named = parseReaderName(fault ? (settings.reader ?? RULES_NAME) : readerNameOf(baseline, settings));
  if ('fault' in named) throw new Error(`The settings: reader: ${named.fault}; mend them and deploy again`);
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
