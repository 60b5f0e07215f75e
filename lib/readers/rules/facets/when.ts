import type { Direction } from '../../../text/date-rules.ts';
import { readDates } from '../../../text/dates.ts';
import { isPastForm } from '../../../text/verbs.ts';
import { SAY_WORDS, wordSet } from '../../../text/words.ts';
import type { When } from '../facet.ts';
import type { ClauseText } from './clauses.ts';

const FUTURE_CUES = wordSet(
  "will shall 'll would to due set expected expects scheduled planned plans upcoming before ahead by until next could may might",
);
const MOVED = wordSet(
  'pushed delayed moved postponed deferred rescheduled extended shifted slipped adjourned',
);
const AFTER_SAYING = wordSet(
  'on late early reporters in a an the statement news conference briefing state media interview and afternoon morning evening told lawmakers',
);

/** The dates of a clause, turned the way that the nearest verb points; dates of speaking are marked. */
export function readWhens(clause: ClauseText, saidAt: string): When[] {
  const { sentence, start, end } = clause;
  const text = sentence.text.slice(start, end);
  return readDates(text, saidAt, (offset) => directionAt(clause, start + offset)).map(
    ({ span, edtf, known, implied }) => {
      const absolute = { start: start + span.start, end: start + span.end };
      return {
        kind: 'when',
        span: absolute,
        edtf,
        known,
        implied,
        ofSpeech: isOfSpeech(clause, absolute.start),
      };
    },
  );
}

/** The verb or cue nearest before a date decides; without one, the nearest after it. */
function directionAt({ tokens, sentence }: ClauseText, offset: number): Direction {
  const before = tokens.filter((token) => token.start < offset).toReversed();
  const after = tokens.filter((token) => token.start >= offset);
  for (const token of [...before, ...after]) {
    if (FUTURE_CUES.has(token.lower) && !(token.lower === 'to' && isDestination(tokens, token.start)))
      return 'future';
    // `pushed to April`: what is moved is moved ahead.
    if (MOVED.has(token.lower) && token.start < offset) return 'future';
    // `may be allowed back`: the verb before `be` tells.
    if (isPastForm(token.lower) && tokens[tokens.indexOf(token) - 1]?.lower !== 'be') return 'past';
  }
  return sentence.headline ? null : 'past';
}

/** `to Moscow`, `to 27`: no infinitive. */
function isDestination(tokens: ClauseText['tokens'], start: number): boolean {
  const next = tokens[tokens.findIndex((token) => token.start === start) + 1];
  return (
    next !== undefined &&
    (/^\d/.test(next.text) || /^(?:the|a|an|his|her|its|their|reporters)$/.test(next.lower))
  );
}

/** `said on Tuesday`, `told reporters in Kyiv on Monday`: the date of the saying. */
function isOfSpeech({ tokens }: ClauseText, offset: number): boolean {
  for (const token of tokens.filter((t) => t.start < offset).toReversed()) {
    if (
      SAY_WORDS.has(token.lower) &&
      !/^(?:report|call|calls|claim|claims|comment|state|note|post)$/.test(token.lower)
    )
      return true;
    if (!AFTER_SAYING.has(token.lower)) return false;
  }
  return false;
}
