import { type PreparedStory, prepareStory } from '../compare/claims.ts';
import { foldStory } from '../compare/fold.ts';
import type { Baseline } from '../model/baseline.ts';
import { InputError } from '../model/input-error.ts';
import type { ChangeRecord } from '../model/report.ts';
import type { Records } from '../monitor/ports.ts';

/** A story's records as they stood at a time, oldest first. */
export async function readLedger(
  records: Records,
  baseline: Baseline,
  asOf: Date | null,
): Promise<{ story: PreparedStory; changes: ChangeRecord[] }> {
  const story = prepareStory(baseline);
  return { story, changes: foldStory(story, await records.changes(baseline.story), asOf) };
}

/** A story by its slug. @throws InputError that lists those there are */
export async function storyNamed(records: Records, slug: string): Promise<Baseline> {
  const baseline = await records.story(slug);
  if (baseline) return baseline;
  const known = (await records.stories()).map(({ story }) => story);
  throw new InputError(
    `There is no story "${slug}": ${known.length > 0 ? `found ${known.join(', ')}` : 'the table holds none; run claimwatch run --baseline FILE first'}`,
  );
}
