import * as v from 'valibot';
import { expectedBy } from '../../model/issue.ts';
import { MODEL_ANSWER, type ModelAnswer } from './answer-form.ts';

/** What of a model's text was an answer: to each item that it answered for, by its number; else what is wrong. */
export type Reply =
  | { readonly outcome: 'answers'; readonly answers: ReadonlyMap<string, ModelAnswer> }
  | { readonly outcome: 'broken'; readonly fault: string };

const ITEM = v.object({
  item: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  ...MODEL_ANSWER.entries,
});
const ITEMS = v.object({ items: v.array(v.unknown()) });

/**
 * Reads a model's text: one object with items, a list of them, or a line for each, fenced or not. An item that was not asked
 * about is passed over; so is one whose answer breaks the form, and the second of two for one item.
 * @param asked the numbers of the items that were asked about
 */
export function readReply(text: string, asked: readonly string[]): Reply {
  const found = itemsIn(text.replace(/^\s*```(?:json)?|```\s*$/g, '').trim());
  if (found === null) return { outcome: 'broken', fault: 'it is no JSON with an answer for each item' };
  const answers = new Map<string, ModelAnswer>();
  const faults: string[] = [];
  for (const each of found) {
    const result = v.safeParse(ITEM, each);
    if (!result.success) {
      const [issue] = result.issues;
      faults.push(
        issue ? `${v.getDotPath(issue) ?? 'an item'}: expected ${expectedBy(issue)}` : 'an item is none',
      );
      continue;
    }
    const { item, ...answer } = result.output;
    if (asked.includes(item) && !answers.has(item)) answers.set(item, answer);
  }
  if (answers.size > 0) return { outcome: 'answers', answers };
  return { outcome: 'broken', fault: faults[0] ?? `it answers for none of the items ${asked.join(', ')}` };
}

function itemsIn(text: string): unknown[] | null {
  const whole = parsed(text);
  if (v.is(ITEMS, whole)) return whole.items;
  if (Array.isArray(whole)) return whole;
  if (whole !== undefined) return [whole];
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parsed);
  return lines.length > 0 && lines.every((line) => line !== undefined) ? lines : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
