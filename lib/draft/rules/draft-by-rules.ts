import { CLAIM_LENGTH } from '../../model/limits.ts';
import { lintClaims } from '../../readers/rules/lint.ts';
import type { DraftedClaim } from '../draft.ts';
import type { DraftArticle } from '../model/request.ts';
import type { Sentence } from '../sentences.ts';
import { withDatesInFull } from './dates-in-full.ts';
import { withFullNames, withoutPronoun } from './names-in-full.ts';
import { peopleOf } from './people.ts';
import { splitStatements } from './statements.ts';
import { worthOf } from './worth.ts';

/** A claim has so many words at least. */
const FEWEST_WORDS = 5;

/**
 * The claims of an article by rules alone: its sentences parted into statements, pronouns, surnames and dates written out
 * where that is safe, the rest left as it is; those that news may overtake, in the article's order.
 * @param most so many of them, the likeliest
 */
export function draftByRules(
  article: DraftArticle,
  sentences: readonly Sentence[],
  most: number,
): { readonly claims: readonly DraftedClaim[]; readonly names: Readonly<Record<string, readonly string[]>> } {
  const publishedOn = article.publishedAt.slice(0, 10);
  const people = peopleOf(sentences);
  const statements = sentences.flatMap(({ number, text, paragraph }, i) =>
    // What is longer is no sentence, and its parts would be sought for long.
    (text.length > CLAIM_LENGTH ? [] : splitStatements(text)).map((statement, part) => {
      const before = sentences.slice(0, part > 0 ? i + 1 : i).filter((each) => each.paragraph === paragraph);
      const named = withFullNames(withoutPronoun(statement, before, people), people);
      return { sentence: number, text: withDatesInFull(named, publishedOn) };
    }),
  );
  const told = statements.filter(({ text }) => text.split(/\s+/).length >= FEWEST_WORDS);
  const claims = told.map(({ text }, i) => ({ id: String(i), text }));
  const linted = claims.length > 0 ? lintClaims({ article: { ...article, url: '' }, claims }) : [];
  const chosen = told
    .map((statement, i) => {
      const read = linted[i];
      return { ...statement, worth: read ? worthOf(read, publishedOn) : 0 };
    })
    .filter(({ worth }) => worth >= LEAST_WORTH)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, most)
    .toSorted((a, b) => a.sentence - b.sentence);
  return {
    claims: chosen.map(({ text, sentence }) => ({
      id: '',
      text,
      label: null,
      sentences: [sentence],
      speaker: null,
      watch: null,
    })),
    names: Object.fromEntries([...people].map(([surname, full]) => [full, [surname]])),
  };
}

const LEAST_WORTH = 1;
