import { CLAIM_LENGTH, LABEL_LENGTH, NAME_LENGTH } from '../model/limits.ts';
import { lintClaims } from '../readers/rules/lint.ts';
import { termsIn } from '../text/terms.ts';
import { tokenize } from '../text/tokens.ts';
import type { Draft, DraftedClaim, DraftFault } from './draft.ts';
import type { DraftArticle } from './model/request.ts';
import { proveClaim } from './proof/prove.ts';
import type { Sentence } from './sentences.ts';

/** So many claims a draft has at most. */
export const MOST_CLAIMS = 30;
/** Of the telling words of two claims so large a share is the same where they say the same. */
const SAME = 0.9;
const ID_WORDS = 4;
const FORMS = 6;

/** A proposal made into a draft: what fails a proof or says again what another claim says is left out, the rest gets its ids and what is to be mended in it. */
export function finishDraft(
  proposed: readonly DraftedClaim[],
  names: Readonly<Record<string, readonly string[]>>,
  article: DraftArticle,
  sentences: readonly Sentence[],
): Draft {
  const kept: DraftedClaim[] = [];
  const leftOut: { text: string; faults: readonly DraftFault[] }[] = [];
  for (const claim of proposed) {
    const faults = faultsOf(claim, kept, article, sentences);
    if (faults.length > 0) leftOut.push({ text: claim.text, faults });
    else kept.push({ ...claim, id: idOf(claim, kept), label: claim.label?.slice(0, LABEL_LENGTH) || null });
  }
  const text = kept.map((claim) => claim.text).join('\n');
  const linted =
    kept.length > 0
      ? lintClaims({
          article: { ...article, url: '' },
          claims: kept.map(({ id, text: own }) => ({ id, text: own })),
        })
      : [];
  return {
    claims: kept.map((claim, i) => ({ ...claim, mend: linted[i]?.faults ?? [] })),
    leftOut,
    names: namesIn(text, names),
  };
}

function faultsOf(
  claim: DraftedClaim,
  kept: readonly DraftedClaim[],
  article: DraftArticle,
  sentences: readonly Sentence[],
): readonly DraftFault[] {
  if (kept.length >= MOST_CLAIMS) return [{ fault: 'number', words: String(MOST_CLAIMS) }];
  if (claim.text.length > CLAIM_LENGTH) return [{ fault: 'form', words: String(claim.text.length) }];
  const own = termsIn(claim.text);
  const twin = kept.find((other) => overlap(own, termsIn(other.text)) >= SAME);
  if (twin) return [{ fault: 'twin', words: twin.text }];
  return proveClaim(claim, article, sentences);
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((term) => other.has(term)).length;
  return shared / Math.max(1, one.size, other.size);
}

/** Its own id, where that is one, else one of its words; never one that another claim has. */
function idOf({ id, text }: DraftedClaim, kept: readonly DraftedClaim[]): string {
  const telling = termsIn(text);
  const words = tokenize(text).filter(({ key, lower }) => telling.has(key) && /^[a-z]/.test(lower));
  const stem =
    slugOf(id) ||
    slugOf(
      words
        .slice(0, ID_WORDS)
        .map(({ lower }) => lower)
        .join('-'),
    ) ||
    'claim';
  const taken = new Set(kept.map((claim) => claim.id));
  if (!taken.has(stem)) return stem;
  for (let i = 2; ; i += 1) if (!taken.has(`${stem}-${i}`)) return `${stem}-${i}`;
}

/** A short name of small letters, digits and hyphens. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug === 'constructor' ? '' : slug;
}

/** The names that stand in the claims, with their other forms. */
function namesIn(
  text: string,
  names: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, forms]) => {
      // A form in small letters (`the company`) is no name: it would let everything through.
      const own = forms.filter(
        (form) => form !== name && /\p{Lu}|[^\p{Script=Latin}\p{P}\s\d]/u.test(form.replace(/^the /i, '')),
      );
      const isUsable = text.includes(name) && name.length <= NAME_LENGTH && own.length > 0;
      return isUsable ? [[name, own.slice(0, FORMS).map((form) => form.slice(0, NAME_LENGTH))]] : [];
    }),
  );
}
