import type { Mended } from '../model/decision.ts';
import { InputError } from '../model/input-error.ts';
import { NOTE_LENGTH } from '../model/limits.ts';
import { KINDS } from '../model/report.ts';
import { worded } from '../view/worded.ts';
import { mendedBy } from './decide.ts';
import type { NamedRecord } from './record-named.ts';

/**
 * Asks an editor what a record should say; an empty answer leaves what stands.
 * @returns null where the editor left a question
 * @throws InputError for what can't be
 */
export async function askMending(
  ask: (question: string) => Promise<string | null>,
  named: NamedRecord,
): Promise<{ readonly mended: Mended | null; readonly note: string | null } | null> {
  const { record, story } = named;
  const now = worded(record, story);
  const answers: string[] = [];
  for (const [what, known] of [
    ['Value', now.value],
    ['Kind', now.kind],
    ['Claim', record.claimId ?? 'none'],
    ['Note', ''],
  ] as const) {
    const answer = await ask(known ? `${what} [${known}]: ` : `${what}: `);
    if (answer === null) return null;
    answers.push(answer);
  }
  const [value, typed, claim, note = ''] = answers;
  const kind = KINDS.find((each) => each === typed);
  if (typed && !kind) throw new InputError(`Kind: found "${typed}", expected one of ${KINDS.join(', ')}`);
  const mended = mendedBy(named, { value: value || undefined, kind, claim: claim || undefined });
  return { mended, note: note.slice(0, NOTE_LENGTH) || null };
}
