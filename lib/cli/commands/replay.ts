import { createGates } from '../../compare/gates.ts';
import { InputError } from '../../model/input-error.ts';
import { type Item, KEEP_DAYS } from '../../model/item.ts';
import { readLedger } from '../../monitor/ledger.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { type Replayed, replay } from '../../monitor/replay.ts';
import { readerIdOf } from '../../monitor/stale.ts';
import { hostedNameOf } from '../../readers/named.ts';
import { RULES } from '../../readers/rules/id.ts';
import { plural } from '../../view/count.ts';
import { unreadLines } from '../../view/read-by.ts';
import { recordsBefore, takenBackLines } from '../../view/run.ts';
import { command, flag, JSON_OUT, STORY, TABLE, time } from '../command.ts';
import { readerOption } from '../reader.ts';
import { openRunReaders, type RunReaders } from '../run-readers.ts';
import { readSettingsFile } from '../settings-file.ts';
import { storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';

/** Judges anew what is kept, and tells nobody. */
export const replayCommand = command({
  name: 'replay',
  about: 'judge what is kept since a time anew; nobody is told',
  help: 'Judges the items that are kept since a time by the claims and the reader as they are now: after new claims, another reader or another version, or for a story that is watched only now. What it finds is recorded and told to nobody; what comes later is. What a reader no longer says is superseded. Items that wait for a model are left to it.',
  options: {
    from: {
      ...time('items that were said from then on (2025-12-02 or 2025-12-02T09:00:00Z)'),
      isRequired: true,
    },
    story: STORY,
    backfill: flag('with --story: also what was kept for other stories and is of this one'),
    reader: {
      ...readerOption,
      about:
        'what judges: rules, answers:FILE, bedrock:MODEL or openai:BASE_URL#MODEL; else what last judged the story',
    },
    table: TABLE,
    json: JSON_OUT,
  },
  async run({ values }, terminal) {
    const settings = await readSettingsFile();
    if (values.backfill && values.story === undefined)
      throw new InputError('--backfill is for one story: name it by --story SLUG; nothing was judged');
    return usingTable(values, async (records) => {
      const stories =
        values.story === undefined ? await records.stories() : [await storyNamed(records, values.story)];
      for (const story of stories) await bringUp(records, story);
      const names = new Map(
        stories.map((story) => [story.baseline.story, values.reader ?? lastReaderOf(story)]),
      );
      const readers = await openRunReaders(
        stories.map(({ baseline }) => baseline),
        names,
        { settings, answers: records, budget: records, note: terminal.note, used: () => {} },
      );
      if (values.reader === undefined) for (const story of stories) checkSame(story, readers);
      if (stories.length === 0)
        terminal.note('No story is watched: nothing was judged; --story SLUG names a retired one.');
      const replayed: ReplayedStory[] = [];
      for (const story of stories) {
        const others = values.backfill ? await itemsOfOthers(records, story) : null;
        const backfill = others && { items: others, gates: createGates(), keepDays: KEEP_DAYS };
        const ports = { records, reader: readers.readerOf(story), now: () => new Date() };
        const before = recordsBefore((await readLedger(records, story, null)).changes);
        const done = await replay(story, values.from, ports, backfill);
        const lost = takenBackLines((await readLedger(records, story, null)).changes, before);
        replayed.push({ story: story.baseline.story, ...done, lost });
      }
      report(replayed, values.json === true, terminal);
      return replayed.some(({ unread }) => unread.some(({ retry }) => retry)) ? 1 : 0;
    });
  },
});

/** What an older version left is brought up before anything of it is written. */
async function bringUp(records: Records, story: KeptStory): Promise<void> {
  if (story.isOlder) await records.saveStory(story);
}

/** @throws InputError where a file of recorded answers judged it last */
function lastReaderOf(story: KeptStory): string {
  const id = readerIdOf(story) ?? RULES;
  if (id === RULES) return 'rules';
  const name = hostedNameOf(id);
  if (name !== undefined) return name;
  throw new InputError(
    `${story.baseline.story} was last judged by recorded answers (${id}): name their file by --reader answers:FILE, or another reader, which takes their records back; nothing was judged`,
  );
}

/** @throws InputError where settings of this machine make another reader of the same name, which would ask about everything anew */
function checkSame(story: KeptStory, readers: RunReaders): void {
  const [before, now] = [readerIdOf(story), readers.readerOf(story).id];
  if (before === null || before === now) return;
  throw new InputError(
    `${story.baseline.story} was last judged by ${before}, and by the settings here it would be ${now}, which asks about each item anew: give .claimwatch/settings.yaml the deployment's textLength and models, or name --reader to go on; nothing was judged`,
  );
}

async function itemsOfOthers(records: Records, { baseline }: KeptStory): Promise<Item[]> {
  const others = (await records.everyStory()).filter((each) => each.baseline.story !== baseline.story);
  const items: Item[] = [];
  for (const other of others) items.push(...(await records.keptItems(other.baseline.story, new Date())));
  return items;
}

/** What of a story was judged, and in words what is not said any more, or not as surely. */
type ReplayedStory = Replayed & { readonly story: string; readonly lost: readonly string[] };

function report(replayed: readonly ReplayedStory[], asJson: boolean, terminal: Terminal): void {
  if (asJson) {
    terminal.out(
      JSON.stringify({ replayed: replayed.map(({ lags: _, lost: __, ...told }) => told) }, null, 2),
    );
    return;
  }
  for (const { story, judged, added, changes, evidence, unread, lost } of replayed) {
    const from = added > 0 ? `, ${added} of them from other stories` : '';
    terminal.out(
      `${story}: ${plural(judged, 'item')} judged${from}; ${plural(changes, 'new change')}, ${plural(evidence, 'report')} written; nobody is told`,
    );
    for (const line of lost) terminal.out(`${story}: ${line}`);
    for (const line of unreadLines({ unread })) terminal.note(`${story}: ${line}`);
  }
}
