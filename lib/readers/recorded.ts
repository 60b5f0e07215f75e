import * as v from 'valibot';
import type { Answer, Asked, Reader } from '../model/answer.ts';
import { InputError } from '../model/input-error.ts';
import { expectedBy } from '../model/issue.ts';
import { digest, itemTextDigest, storyTextDigest } from './digests.ts';
import { type Measured, RECORDED, worthOf } from './measured.ts';
import { MODEL_ANSWER, toAnswer } from './model/answer-form.ts';

const digestText = v.pipe(v.string(), v.regex(/^[\da-f]{16}$/, 'expected a digest of 16 hexadecimal digits'));

/** A recorded answer: the prompt's form, with what it was given to, where that is known. */
const LINE = v.object({
  item: v.string(),
  ...MODEL_ANSWER.entries,
  reader: v.optional(v.pipe(v.string(), v.nonEmpty('expected the name of a reader'), v.maxLength(300))),
  story: v.optional(digestText),
  text: v.optional(digestText),
});
export type RecordedLine = v.InferOutput<typeof LINE>;

/**
 * The lines of a file of recorded answers, JSON Lines.
 * @param file named in the errors
 * @throws InputError for a line that is none
 */
export function readRecorded(text: string, file: string): RecordedLine[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const result = v.safeParse(LINE, parsed(line));
    if (result.success) return [result.output];
    const [issue] = result.issues;
    const place = issue && v.getDotPath(issue);
    throw new InputError(
      `${file}, line ${i + 1}${place ? `, ${place}` : ''}: found ${shown(issue?.input)}, expected ${issue ? expectedBy(issue) : 'an answer'}; a recorded answer is like {"item":"GUID","changes":[],"new":[]}; mend the line or record it again`,
    );
  });
}

function shown(input: unknown): string {
  if (input === undefined) return 'nothing';
  try {
    return (JSON.stringify(input) ?? String(input)).slice(0, 80);
  } catch {
    return 'something that nests without end';
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Judges by recorded answers alone. A line that carries digests answers for the very article and text that it was given
 * to; an item that no line answers for is not judged.
 * @param measuredFor how often what another reader finds is right, for lines that name one
 */
export function recordedReader(
  lines: readonly RecordedLine[],
  measuredFor: (reader: string) => Measured,
): Reader {
  const byItem = new Map<string, RecordedLine[]>();
  const byText = new Map<string, RecordedLine[]>();
  for (const line of lines) {
    const [index, key] = line.text === undefined ? [byItem, line.item] : [byText, line.text];
    const known = index.get(key);
    if (known) known.push(line);
    else index.set(key, [line]);
  }
  const lineFor = (asked: Asked): RecordedLine | undefined => {
    const story = storyTextDigest(asked);
    const fitting = [
      ...(byText.get(itemTextDigest(asked.item)) ?? []),
      ...(byItem.get(asked.item.guid) ?? []),
    ];
    return fitting.find((line) => line.story === undefined || line.story === story);
  };
  const measured = ({ reader }: RecordedLine) => (reader === undefined ? RECORDED : measuredFor(reader));
  const worths = [...new Set(lines.map((line) => worthOf(measured(line))))].toSorted();
  return {
    id: `answers/${digest(lines.map((line) => JSON.stringify(line)))}`,
    worth: worths.join(' '),
    read: async (asked) =>
      asked.map((each): Answer => {
        const line = lineFor(each);
        if (!line)
          return { outcome: 'failed', why: 'there is no recorded answer for its text', retry: false };
        return toAnswer(line, measured(line));
      }),
  };
}
