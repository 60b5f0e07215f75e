import { InputError } from '../../model/input-error.ts';
import type { ReaderSettings } from '../../model/reader-settings.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { readerIdOf } from '../../monitor/stale.ts';
import { type HostedReader, hostedIdentity, hostedNameOf } from '../../readers/named.ts';
import { dollarsOf } from '../../view/costs.ts';
import { plural } from '../../view/count.ts';
import { timeOf } from '../../view/dates.ts';
import { type Exported, exportBatch } from '../batch-export.ts';
import { type Imported, importBatch } from '../batch-import.ts';
import { command, flag, TABLE, text, whole } from '../command.ts';
import { modelNamed } from '../reader.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

/** By Amazon Bedrock's quotas, of most models. */
const LEAST_RECORDS = 100;
/** A batch takes up to 24 hours; fetching and importing it some more. */
const HOLD_HOURS = 30;

export const ask = command({
  name: 'ask',
  about: 'ask a model in bulk: export requests, import answers',
  help: `Asks a model in bulk, which costs half: writes the requests about all items that wait for it as a batch, for Amazon Bedrock (a job of the invocation type Converse) or in the form of OpenAI, and reads the answers, in any order, some of them failed. What was exported is held until its answers are imported; what failed waits again.`,
  options: {
    export: text('FILE', 'write the requests'),
    import: text('FILE', 'read the answers'),
    retry: flag('let the items that were given up wait again'),
    reader: text(
      'NAME',
      'export: the model, bedrock:MODEL or openai:BASE_URL#MODEL; else the one that reads the stories',
    ),
    story: text('SLUG', 'export, retry: of this story only'),
    all: flag(
      'export: about all kept items that the model has not answered, whoever judges them; none is held',
    ),
    hold: whole(
      'HOURS',
      `export: give them back to their reader after so many hours (${HOLD_HOURS})`,
      1,
      24 * 14,
    ),
    table: TABLE,
  },
  choices: [{ of: ['export', 'import', 'retry'], isRequired: true }],
  async run({ values }, terminal) {
    const settings = await readSettingsFile();
    const now = new Date();
    return usingTable(values, async (records) => {
      if (values.import !== undefined) {
        const imported = await importBatch(values.import, records, settings, now);
        for (const line of importedLines(imported)) terminal.note(line);
        return imported.failed > 0 || imported.answered === 0 ? 1 : 0;
      }
      const stories =
        values.story === undefined ? await records.stories() : [await storyNamed(records, values.story)];
      if (values.retry) {
        const count = await retry(stories, records, now);
        terminal.note(`${plural(count, 'given-up item')} ${count === 1 ? 'waits' : 'wait'} again`);
        return 0;
      }
      const zone = screenOf(terminal, {}, settings).zone;
      for (const line of await exportTo(values.export ?? '', stories, records, {
        ...values,
        settings,
        now,
        zone,
      }))
        terminal.note(line);
      return 0;
    });
  },
});

interface ExportWanted {
  readonly reader?: string | undefined;
  readonly all?: true | undefined;
  readonly hold?: number | undefined;
  readonly settings: ReaderSettings;
  readonly now: Date;
  readonly zone: string;
}

/** Writes what waits as a batch. @returns what is to be told of it */
async function exportTo(
  file: string,
  stories: readonly KeptStory[],
  records: Records,
  { reader: name, all, hold = HOLD_HOURS, settings, now, zone }: ExportWanted,
): Promise<string[]> {
  const reader = name === undefined ? readerOf(stories) : modelNamed(name);
  const own = all ? stories : ownStories(stories, reader, settings);
  const holdUntil = all ? null : new Date(now.getTime() + hold * 3_600_000);
  const batch = { reader, settings, holdUntil, now };
  const exported = await exportBatch(file, own, records, batch).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' && error.code !== 'ENOENT' && error.code !== 'EACCES') throw error;
    throw new InputError(
      `${file} cannot be written (${error.code}), expected a new file: name another one; no item is held`,
    );
  });
  return exportedLines(exported, reader, holdUntil && timeOf(holdUntil.toISOString(), zone), file);
}

/** Lets the items of stories that were given up wait again. @returns how many */
async function retry(stories: readonly KeptStory[], records: Records, now: Date): Promise<number> {
  let count = 0;
  for (const { baseline } of stories)
    for (const { item, waitsFor } of await records.waitingItems(baseline.story, now)) {
      if (waitsFor !== null) continue;
      await records.waitAgain(baseline.story, item, now);
      count += 1;
    }
  return count;
}

/** The one model by which all these stories are read. @throws UsageError where there is none, or several */
function readerOf(stories: readonly KeptStory[]): HostedReader {
  const names = new Set(stories.flatMap((story) => hostedNameOf(readerIdOf(story) ?? '') ?? []));
  const [name, ...others] = names;
  if (name === undefined)
    throw new UsageError(
      'No story is read by a hosted model: name one by --reader, and --all for what is kept',
    );
  if (others.length > 0)
    throw new UsageError(`The stories are read by ${[...names].join(' and ')}: name one of them by --reader`);
  return modelNamed(name);
}

/** The stories that a reader reads. @throws InputError where it is asked otherwise here than it reads them */
function ownStories(
  stories: readonly KeptStory[],
  reader: HostedReader,
  settings: ReaderSettings,
): readonly KeptStory[] {
  const { id } = hostedIdentity(reader, settings);
  const own = stories.filter((story) => readerIdOf(story) === id);
  if (own.length > 0) return own;
  const found = [...new Set(stories.flatMap((story) => readerIdOf(story) ?? []))];
  throw new InputError(
    `No story is read by ${id}, found ${found.join(', ') || 'none that was judged yet'}: name the reader by --reader, and put the textLength and takes of the deployment into .claimwatch/settings.yaml; or give --all for the items that are kept`,
  );
}

function exportedLines(
  { requests, items, isFull }: Exported,
  { kind, model }: HostedReader,
  holdUntil: string | null,
  file: string,
): string[] {
  const how =
    kind === 'bedrock'
      ? `put ${file} into S3 and create a batch inference job for ${model} with modelInvocationType Converse`
      : `upload ${file} with the purpose batch and create a batch for /v1/chat/completions`;
  return [
    `${plural(requests, 'request')} about ${plural(items, 'item')}${holdUntil && items > 0 ? `, held until ${holdUntil}` : ''}`,
    ...(requests > 0 ? [`Next: ${how}; then claimwatch ask --import with the answers`] : []),
    ...(kind === 'bedrock' && requests > 0 && requests < LEAST_RECORDS
      ? [`Amazon Bedrock asks for ${LEAST_RECORDS} records a job of most models: see its quotas`]
      : []),
    ...(isFull ? ['The file holds as much as it may: export the others into another one'] : []),
  ];
}

function importedLines(imported: Imported): string[] {
  const { answered, failed, unknown, items, waitAgain, changes, cost, reasons } = imported;
  return [
    `${plural(answered, 'request')} answered, ${failed} failed${unknown > 0 ? `, ${unknown} not asked from this table or imported already` : ''}; ${plural(items, 'item')} answered, ${waitAgain} to ask again; ${plural(changes, 'new change')}`,
    ...(cost === null
      ? ['No price is known for this model: nothing was counted']
      : [`Counted at half the price: ${dollarsOf(cost)} US dollars`]),
    ...reasons.slice(0, 5),
  ];
}
