import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Records } from '../../lib/monitor/ports.ts';
import { readRecorded } from '../../lib/readers/recorded.ts';
import type { Answering, Provider, Sent } from '../support/provider.ts';

/** A provider on loopback that answers as a frontier model did, by its recorded answers. */

const ANSWERS = 'test/cases/ukraine-peace-plan/answers.jsonl';
export const KEY = 'sk-deployed-0123456789abcdef';
export const PRICE = { input: 1, output: 5 };
const USAGE = { prompt_tokens: 3_000, completion_tokens: 200 };
/** In millionths of a dollar. */
export const REQUEST_COST = USAGE.prompt_tokens * PRICE.input + USAGE.completion_tokens * PRICE.output;

const run = promisify(execFile);

const shownIn = ({ body }: Sent): { item: string; title: string; published: string }[] =>
  body.messages[1].content
    .split('\n')
    .slice(1)
    .map((line: string) => JSON.parse(line));

export function askedCounts({ sent }: Provider): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, published } of sent.flatMap(shownIn)) {
    const key = `${title} ${published}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Answers as they were recorded for the shipped story, found by what a model is shown of an item. */
export async function answerByRecord(records: Records, story: string): Promise<(sent: Sent) => Answering> {
  const lines = new Map(
    readRecorded(readFileSync(ANSWERS, 'utf8'), ANSWERS).map((line) => [line.item, line]),
  );
  const items = await records.keptItems(story, new Date());
  const known = new Map(items.map((item) => [`${item.title} ${item.saidAt}`, lines.get(item.guid)]));
  return (sent) => {
    const answered = shownIn(sent).map(({ item, title, published }) => {
      const { changes = [], new: turns = [] } = known.get(`${title} ${published}`) ?? {};
      return { item, changes, new: turns };
    });
    const message = { content: JSON.stringify({ items: answered }) };
    return { body: { choices: [{ finish_reason: 'stop', message }], usage: USAGE } };
  };
}

/** Kills the function that asks first, once it has its answer. @returns the items that were in flight then */
export function killAfterAnswer(provider: Provider, answer: (sent: Sent) => Answering): Promise<Set<string>> {
  return new Promise((done, fail) => {
    let isKilled = false;
    provider.respond = (sent) => {
      if (!isKilled) {
        isKilled = true;
        setTimeout(async () => {
          const { stdout } = await run('pgrep', ['-f', 'ministack-lambda-.*ReadItems']).catch(() => ({
            stdout: '',
          }));
          const pids = stdout.split('\n').filter(Boolean).map(Number);
          if (pids.length === 0) fail(new Error('no process of ReadItems was found to kill'));
          for (const pid of pids) process.kill(pid, 'SIGKILL');
          done(
            new Set(provider.sent.flatMap(shownIn).map(({ title, published }) => `${title} ${published}`)),
          );
        }, 5);
      }
      return answer(sent);
    };
  });
}
