import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportBatch } from '../../lib/cli/batch-export.ts';
import { importBatch } from '../../lib/cli/batch-import.ts';
import { DEFAULT_SETTINGS } from '../../lib/model/reader-settings.ts';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { type HostedReader, hostedIdentity } from '../../lib/readers/named.ts';
import { dynamoRecords } from '../../lib/store/dynamo-records.ts';
import { openLocalTable } from '../../lib/store/local-table.ts';
import { BEDROCK, type Form, OPENAI } from '../support/batch-forms.ts';
import { BRIDGE_STORY, item } from '../support/story.ts';
import { clientAt } from '../support/table.ts';

/** A batch of 5,000 requests out and in, shuffled, a tenth of them failed, in both forms: what came of each, and how long it took. */

const REQUESTS = 5_000;
const FAILED = 10;
const UNTIL = new Date('2030-01-01T00:00:00Z');
const NOW = new Date('2026-03-30T00:00:00Z');
const settings = {
  ...DEFAULT_SETTINGS,
  models: { m: { price: { input: 1, output: 5 }, measured: { sure: 97, possible: 70 } } },
};

async function bulk(name: string, form: Form, reader: HostedReader): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'claimwatch-bulk-'));
  const local = await openLocalTable('claimwatch', null);
  const client = clientAt(local.endpoint);
  const records = dynamoRecords(client, 'claimwatch');
  await records.saveStory(BRIDGE_STORY);
  const slug = BRIDGE_STORY.baseline.story;
  await records.noteJudged(BRIDGE_STORY, judgedBy(BRIDGE_STORY, hostedIdentity(reader, settings)));
  // A feed each, so that each is a request of its own.
  for (let i = 0; i < REQUESTS; i += 1) {
    const title = `Norhaven storm: death toll rises to ${30 + (i % 40)}`;
    const own = item({
      guid: `n${i}`,
      title,
      summary: `Edition ${i}.`,
      feeds: [`https://p${i}.example/rss`],
    });
    await records.keepItem(slug, own, UNTIL, NOW);
  }
  const story = await records.story(slug);
  if (!story) throw new Error('the story is kept');

  const began = performance.now();
  const file = join(folder, 'out.jsonl');
  const holdUntil = new Date(NOW.getTime() + 30 * 3_600_000);
  const exported = await exportBatch(file, [story], records, { reader, settings, holdUntil, now: NOW });
  const out = performance.now();
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const answers = lines.map((line, i) => {
    const asked = JSON.parse(line);
    if (i % FAILED === 0) return form.failure(form.idOf(asked));
    const toll = /rises to (\d+)/.exec(form.user(asked))?.[1] ?? '';
    const quote = `Norhaven storm: death toll rises to ${toll}`;
    const change = { claim: 'storm-toll', kind: 'revised', value: toll, quote, sure: true };
    return form.answer(
      form.idOf(asked),
      JSON.stringify({ items: [{ item: '1', changes: [change], new: [] }] }),
    );
  });
  const shuffled = answers
    .map((answer, i) => ({ answer, at: (i * 7_919) % answers.length }))
    .toSorted((a, b) => a.at - b.at);
  writeFileSync(
    join(folder, 'in.jsonl'),
    shuffled.map(({ answer }) => `${JSON.stringify(answer)}\n`).join(''),
  );
  const before = performance.now();
  const imported = await importBatch(join(folder, 'in.jsonl'), records, settings, NOW);
  const end = performance.now();
  const waiting = await records.waitingItems(slug, NOW);
  const changes = await records.changes(story);
  process.stdout.write(
    `${name}: ${exported.requests} requests out in ${seconds(out - began)} (${Math.round(Buffer.byteLength(lines.join('\n')) / 1e6)} MB); in, shuffled, in ${seconds(end - before)}: ${imported.answered} answered, ${imported.failed} failed, ${imported.items} items judged into ${changes.length} records, ${waiting.length} wait again; counted at half the price: ${((imported.cost ?? 0) / 1e6).toFixed(2)} US dollars\n`,
  );
  client.destroy();
  await local.close();
  rmSync(folder, { recursive: true });
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

await bulk('OpenAI', OPENAI, { kind: 'openai', what: 'http://127.0.0.1:1/v1', model: 'm' });
await bulk('Amazon Bedrock', BEDROCK, { kind: 'bedrock', what: 'm', model: 'm' });
