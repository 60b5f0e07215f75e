import { tokenize } from '../../text/tokens.ts';
import { FUNCTION_WORDS } from '../../text/words.ts';
import type { Source } from './source.ts';

/** Words by which a sentence gives what it reports to somebody else. */
const SAYING =
  'sa(?:ys?|id)|t(?:ells?|old)|according to|announce[sd]?|claim(?:s|ed)?|alleg\\w+|accus\\w+|warn(?:s|ed|ing)?|estimate[sd]?|believe[sd]?|thinks?|thought|insist(?:s|ed)?|argue[sd]?|report(?:s|ed)|suggest(?:s|ed)?|vow(?:s|ed)?|pledge[sd]?|promis\\w+|threaten\\w*';
const SPEECH = new RegExp(`\\b(?:${SAYING})\\b`, 'iu');
/** Words by which a claim may keep who says it: those of a stance as well. */
const SPEECH_KEPT = new RegExp(
  `\\b(?:${SAYING}|den(?:y|ies|ied)|calls?|called|asks?|asked|demand(?:s|ed)?|wants?|wanted|refus\\w+|reject\\w*|declin\\w+|confirm(?:s|ed)?|describe[sd]?|urge[sd]?|plan(?:s|ned)?|hope[sd]?|expect(?:s|ed)?|puts?)\\b`,
  'iu',
);
/** Words by which a sentence leaves open whether what it says is so. */
const HEDGE =
  /\b(?:may|might|could|expect\w*|likely|unlikely|possib\w+|probab\w+|reportedly|alleged(?:ly)?|appear\w*|seem\w*|believe[sd]?|thought|suspect\w*|estimate[sd]?|nearly|almost|approximately|roughly|at least|at most|up to|(?:more|less|fewer) than|(?:about|around|some|over)(?= [£€$]?(?:\d|half|an?\b)))\b/iu;
/** Words by which a claim may keep that: those of a plan as well. */
const HEDGE_KEPT = new RegExp(
  `${HEDGE.source}|\\b(?:would|should|if|unless|plan\\w*|aim\\w*|hop\\w+|due|will|propos\\w+|potential\\w*|fear\\w*|risk\\w*|as (?:many|much) as|threat\\w*|about|around|some|over)\\b`,
  'iu',
);
const CUES = {
  speech: { told: SPEECH, kept: SPEECH_KEPT },
  hedge: { told: HEDGE, kept: HEDGE_KEPT },
} as const;
const NEGATION =
  /\b(?:not|no|never|none|neither|nor|nobody|nothing|without|cannot|declin\w+|refus\w+|reject\w*|den(?:y|ies|ied)|fail\w*|unable|rul(?:es|ed|ing) out|withdr\w+|yet to|far from|exclud\w*|silent)\b|n[’']t\b/iu;

/** The cue of a sentence that a claim comes from and that it has dropped: who says it, or that it may not be so. */
export function lostCue(claim: string, { cited }: Source, cue: keyof typeof CUES): string | null {
  const { told, kept } = CUES[cue];
  if (kept.test(claim)) return null;
  for (const { text } of cited) {
    const found = told.exec(text);
    if (found && isOfOtherNumber(claim, text.slice(found.index))) continue;
    if (found && takesOver(claim, cue === 'speech' ? saidIn(text, found.index) : text.slice(found.index)))
      return found[0];
  }
  return null;
}

/** `about 180,000 packs`: the number that a cue is about, where the claim takes over another one. */
function isOfOtherNumber(claim: string, part: string): boolean {
  const number = /^\p{L}+(?: \p{L}+)? [£€$]?(\d[\d.,]*\d|\d)/u.exec(part)?.[1];
  return number !== undefined && !claim.includes(number);
}

/** `…, Lund said`: what is said goes before, at a comma and at most so many characters further. */
const SPEAKER_LENGTH = 60;

function saidIn(text: string, at: number): string {
  const comma = text.lastIndexOf(',', at);
  const after = text.slice(at);
  const endsThere = /^[\p{L}\s]{0,20}(?:[,.;]|$)/u.test(after);
  return comma > 0 && at - comma <= SPEAKER_LENGTH && endsThere ? text.slice(0, comma) : after;
}

/** A negation that the claim has and its sentences have not, or that it dropped of what it takes over. */
export function turnedRound(claim: string, { nearest, cited, article }: Source): string | null {
  const own = NEGATION.exec(claim);
  const told = [article.title, ...cited.map(({ text }) => text)];
  if (own) return told.some((text) => NEGATION.test(text)) ? null : own[0];
  const source = nearest?.text ?? '';
  const theirs = NEGATION.exec(source);
  const denied = source.slice(theirs?.index ?? source.length).split(/[,;:—]| and | but /)[0] ?? '';
  return theirs && takesOver(claim, denied) ? theirs[0] : null;
}

/** So many of the telling words beside a cue belong to it. */
const REACH = 4;

/** Whether a claim takes over what a cue is about: half the telling words beside it. @param part of its sentence, from the cue on */
function takesOver(claim: string, part: string): boolean {
  const own = new Set(tellingWords(claim));
  const words = tellingWords(part).slice(0, 1 + REACH);
  const shared = words.filter((word) => own.has(word)).length;
  return shared > 0 && shared * 2 >= words.length - 1;
}

function tellingWords(text: string): string[] {
  return tokenize(text).flatMap(({ lower, key, text: word }) =>
    /[\p{L}\d]/u.test(word) && !FUNCTION_WORDS.has(lower) ? [key] : [],
  );
}
