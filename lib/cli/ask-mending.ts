import type { Mended } from '../model/decision.ts';
import { InputError } from '../model/input-error.ts';
import { NOTE_LENGTH } from '../model/limits.ts';
import { KINDS } from '../model/report.ts';
import { mendedBy } from '../monitor/decide.ts';
import { worded } from '../view/worded.ts';
import type { NamedRecord } from './record-named.ts';

/** Asks for a line; null where the editor left it. */
type Ask = (question: string) => Promise<string | null>;

/**
 * Asks an editor what a record should say; an empty answer leaves what stands, a wrong one is asked for again.
 * @returns null where the editor left a question
 */
export async function askMending(
  ask: Ask,
  say: (text: string) => void,
  named: NamedRecord,
): Promise<{ readonly mended: Mended | null; readonly note: string | null } | null> {
  const { record, story } = named;
  const now = worded(record, story);
  const claims = story.baseline.claims.map(({ id }) => id);
  for (;;) {
    const value = await ask(`Value [${now.value}]: `);
    if (value === null) return null;
    const kind = await oneOf(ask, say, `Kind [${now.kind}]: `, KINDS);
    if (kind === null) return null;
    const claim = await oneOf(ask, say, `Claim [${record.claimId ?? 'none'}]: `, claims);
    if (claim === null) return null;
    try {
      const mended = mendedBy(named, { value: value || undefined, kind: kind.word, claim: claim.word });
      const note = await askNote(ask, say);
      return note === null ? null : { mended, note: note || null };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      say(error.message);
    }
  }
}

/** A note of a bounded length; empty for none. @returns null where it was left */
export async function askNote(ask: Ask, say: (text: string) => void): Promise<string | null> {
  for (;;) {
    const note = await ask('Note: ');
    if (note === null || note.length <= NOTE_LENGTH) return note;
    say(`The note has ${note.length} characters, expected up to ${NOTE_LENGTH}.`);
  }
}

/** One of a few words; none for an empty answer. */
async function oneOf<T extends string>(
  ask: Ask,
  say: (text: string) => void,
  question: string,
  words: readonly T[],
): Promise<{ readonly word: T | undefined } | null> {
  for (;;) {
    const typed = await ask(question);
    if (typed === null) return null;
    const word = words.find((each) => each === typed);
    if (typed === '' || word !== undefined) return { word };
    say(`Found "${typed}", expected one of ${words.join(', ')}`);
  }
}
