import type { Reader } from '../model/answer.ts';
import type { Baseline } from '../model/baseline.ts';
import { InputError } from '../model/input-error.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { Story } from '../model/story.ts';
import type { Judge } from '../monitor/recorder.ts';
import { createDeadline } from '../readers/deadline.ts';
import type { HostedContext } from '../readers/hosted.ts';
import { isHosted, limitsBy, readerNameOf, strangeReader } from '../readers/named.ts';
import { rulesReader } from '../readers/rules/reader.ts';
import { openReader, readerNamed } from './reader.ts';

/** What judges the stories of a run. */
export interface RunReaders {
  readonly judgeOf: (story: Story) => Judge;
  readonly readerOf: (story: Story) => Reader;
  /** What judges meanwhile what a model could not be asked about. */
  readonly meanwhile: Reader | null;
}

/** What judges each story, by its slug: the option, else its baseline, else the settings, else the rules. @throws InputError where a baseline may not name it */
export function readerNames(
  baselines: readonly Baseline[],
  option: string | undefined,
  settings: ReaderSettings,
): ReadonlyMap<string, string> {
  // Also where the option goes before it: the baseline is saved, and others read by what it names.
  const faults = baselines.flatMap((each) => strangeReader(each, settings) ?? []);
  if (faults.length > 0) throw new InputError(faults.join('\n'));
  return new Map(baselines.map((each) => [each.story, option ?? readerNameOf(each, settings)]));
}

export async function openRunReaders(
  baselines: readonly Baseline[],
  names: ReadonlyMap<string, string>,
  context: Omit<HostedContext, 'key' | 'now' | 'limitsOf'>,
): Promise<RunReaders> {
  const { settings } = context;
  const limitsOf = limitsBy(settings, baselines);
  const readers = new Map<string, Reader>();
  for (const name of new Set(names.values()))
    readers.set(name, await openReader(name, { ...context, limitsOf }));
  const nameOf = ({ baseline }: Story) => names.get(baseline.story) ?? 'rules';
  const readerOf = (story: Story): Reader => {
    const reader = readers.get(nameOf(story));
    if (!reader) throw new Error(`The story "${story.baseline.story}" is not one of the run`);
    return reader;
  };
  return {
    readerOf,
    judgeOf: (story) => ({ waits: isHosted(readerNamed(nameOf(story))), reader: readerOf(story) }),
    meanwhile: settings.meanwhile === 'rules' ? rulesReader(createDeadline()) : null,
  };
}
