import type { Baseline } from '../model/baseline.ts';
import { SLOTS_VERSION, type Story } from '../model/story.ts';
import { prepareStory } from '../readers/rules/prepared-story.ts';
import { slotsOf } from '../readers/rules/slots.ts';
import { digest } from './digest.ts';

/** A baseline as it is watched: its claims are read here, once, when it is saved. */
export function storyOf(baseline: Baseline): Story {
  return { baseline, slots: slotsOf(prepareStory(baseline)), digest: storyDigest(baseline) };
}

function storyDigest({ article, claims, names, ungated }: Baseline): string {
  const { title, publishedAt } = article;
  const told = claims.map(({ id, text }) => [id, text]);
  const opened = Object.keys(names).length > 0 || ungated.length > 0 ? [names, ungated] : [];
  return digest(JSON.stringify([SLOTS_VERSION, title, publishedAt, told, ...opened]));
}
