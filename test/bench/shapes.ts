import { foldStory } from '../../lib/compare/fold/story.ts';
import { createGate } from '../../lib/compare/gate.ts';
import { readDocumentItems } from '../../lib/feed/read-document.ts';
import { type FeedMemory, NO_MEMORY } from '../../lib/model/feed.ts';
import type { Item } from '../../lib/model/item.ts';
import { recall } from '../../lib/monitor/feed-memory.ts';
import { createJudge } from '../../lib/readers/rules/judge.ts';
import { valueData } from '../../lib/view/values.ts';
import { changesOf } from '../support/records.ts';
import { BRIDGE_STORY } from '../support/story.ts';
import { HOUR, SHAPES, START } from './newsroom-shapes.ts';

/**
 * The shapes in which newsrooms publish, held against one story: what is read, judged and recorded, and what it costs.
 * Prints figures, asserts nothing.
 */

const line = (cells: readonly (string | number)[]) =>
  `${String(cells[0]).padEnd(30)}${cells
    .slice(1, 5)
    .map((cell) => String(cell).padStart(8))
    .join('')}  ${cells[5] ?? ''}\n`;
process.stdout.write(`\n${line(['shape', 'kB', 'read', 'judged', 'ms', 'recorded'])}`);
for (const [name, documents] of SHAPES) {
  const judge = createJudge();
  const gate = createGate();
  let memory: FeedMemory = NO_MEMORY;
  let read = 0;
  let bytes = 0;
  const judged: Item[] = [];
  const began = process.cpuUsage();
  for (const [fetch, document] of documents.entries()) {
    const now = new Date(START + (12 + fetch) * HOUR);
    const job = { bytes: Buffer.from(document), contentType: '', url: 'https://feed.example/', now };
    const found = await readDocumentItems(job);
    if (found.kind !== 'feed') throw new Error(`${name}: ${found.why}`);
    const recalled = recall(found.items, memory, { now, replays: false });
    memory = { items: recalled.items, judged: {} };
    bytes += document.length;
    read += found.items.length;
    for (const { item, isNew } of recalled.dated)
      if (isNew && gate(BRIDGE_STORY, item).passed) judged.push(item);
  }
  const records = foldStory(BRIDGE_STORY, changesOf(BRIDGE_STORY, judged, judge));
  const { user, system } = process.cpuUsage(began);
  const told = records.map(
    ({ claimId, kind, value, certainty }) => `${claimId} ${kind} ${valueData(value)} ${certainty}`,
  );
  process.stdout.write(
    line([
      name,
      Math.round(bytes / 1_000),
      read,
      judged.length,
      Math.round((user + system) / 1_000),
      told.join('; '),
    ]),
  );
}
