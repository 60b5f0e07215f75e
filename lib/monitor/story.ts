import { createHash } from 'node:crypto';
import { prepareStory } from '../compare/prepared-story.ts';
import { slotsOf } from '../compare/slots.ts';
import type { Baseline } from '../model/baseline.ts';
import { SLOTS_VERSION, type Story } from '../model/story.ts';

/** A baseline as it is watched: its claims are read here, once, when it is saved. */
export function storyOf(baseline: Baseline): Story {
  return { baseline, slots: slotsOf(prepareStory(baseline)), digest: storyDigest(baseline) };
}

function storyDigest({ article, claims }: Baseline): string {
  const { title, publishedAt } = article;
  return digest(
    JSON.stringify([SLOTS_VERSION, title, publishedAt, claims.map(({ id, text }) => [id, text])]),
  );
}

/** Ten hexadecimal digits of a text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
