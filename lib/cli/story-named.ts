import { InputError } from '../model/input-error.ts';
import type { KeptStory, Records } from '../monitor/ports.ts';

/** A story by its slug. @throws InputError that lists those there are */
export async function storyNamed(records: Records, slug: string): Promise<KeptStory> {
  const story = await records.story(slug);
  if (story) return story;
  const known = (await records.everyStory()).map(({ baseline }) => baseline.story);
  throw new InputError(
    `There is no story "${slug}": ${known.length > 0 ? `found ${known.join(', ')}` : 'the table holds none; run claimwatch run --baseline FILE first'}`,
  );
}

/** @throws InputError where no story has the claim */
export function checkClaim(claim: string, stories: readonly KeptStory[]): void {
  if (stories.length === 0 || stories.some(({ baseline }) => baseline.claims.some(({ id }) => id === claim)))
    return;
  throw new InputError(
    `No story has a claim "${claim}": \`claimwatch story SLUG\` lists the claims of ${stories.map(({ baseline }) => baseline.story).join(', ')}`,
  );
}
