import { readFile } from 'node:fs/promises';
import { InputError } from '../../model/input-error.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { KEPT_DAYS } from '../../readers/answers.ts';
import { storyTextDigest } from '../../readers/digests.ts';
import { hostedIdentity } from '../../readers/named.ts';
import { type RecordedLine, readRecorded } from '../../readers/recorded.ts';
import { daysAfter } from '../../text/edtf.ts';
import { plural } from '../../view/count.ts';
import { command, TABLE, text } from '../command.ts';
import { modelNamed } from '../reader.ts';
import { readSettingsFile } from '../settings-file.ts';
import { storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const HELP =
  'Moves what models answered from one table to another, as JSON Lines, each with the digests of the article and of the text that it was given to. A file of them is a reader, too: run --reader answers:FILE.';

export const exportAnswers = command({
  name: 'answers export',
  about: 'print what a model answered',
  help: HELP,
  options: {
    reader: text('NAME', 'whose answers; else what .claimwatch/settings.yaml sets'),
    story: text('SLUG', 'on this story only'),
    table: TABLE,
  },
  run: ({ values }, terminal) =>
    usingTable(values, async (records) => {
      const lines = await exported(records, values);
      for (const line of lines) terminal.out(JSON.stringify(line));
      terminal.note(`${plural(lines.length, 'answer')} exported`);
      return 0;
    }),
});

export const importAnswers = command({
  name: 'answers import',
  about: 'take over what a model answered elsewhere',
  help: `${HELP}\nTakes lines that carry a reader and both digests, and passes over an answer where one is kept.`,
  args: { name: 'FILE', least: 1, most: 1 },
  options: { table: TABLE },
  run: ({ values, args: [file = ''] }, terminal) =>
    usingTable(values, async (records) => {
      const { taken, known } = await imported(records, file);
      terminal.note(`${plural(taken, 'answer')} imported${known > 0 ? `, ${known} there already` : ''}`);
      return 0;
    }),
});

interface Wanted {
  readonly reader?: string | undefined;
  readonly story?: string | undefined;
}

async function exported(records: Records, { reader, story: slug }: Wanted): Promise<RecordedLine[]> {
  const settings = await readSettingsFile();
  const name = reader ?? settings.reader;
  if (!name) throw new UsageError('answers export needs --reader NAME, found none, nor one in the settings');
  const { id } = hostedIdentity(modelNamed(name), settings);
  const stories: KeptStory[] =
    slug === undefined ? await records.stories() : [await storyNamed(records, slug)];
  const lines: RecordedLine[] = [];
  for (const { baseline } of stories) {
    const story = storyTextDigest(baseline);
    const kept = await records.answersOf(id, story);
    lines.push(...kept.map(({ guid, text, answer }) => ({ item: guid, reader: id, story, text, ...answer })));
  }
  return lines.toSorted((a, b) => a.item.localeCompare(b.item));
}

async function imported(records: Records, file: string): Promise<{ taken: number; known: number }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      `${file} cannot be read (${error.code}): expected a file of answers, as \`answers export\` writes it`,
    );
  });
  const lines = readRecorded(text, file);
  const bare = lines.find(
    ({ reader, story, text: of }) => reader === undefined || story === undefined || of === undefined,
  );
  if (bare)
    throw new InputError(
      `${file}: the answer for ${bare.item} lacks its reader or a digest, expected "reader", "story" and "text" as \`answers export\` writes them; nothing was imported. A file without them is a reader by itself: run --reader answers:${file}`,
    );
  const until = daysAfter(new Date(), KEPT_DAYS);
  let taken = 0;
  for (const { item: guid, reader = '', story = '', text: of = '', changes, new: turns } of lines) {
    const key = { text: of, source: '' };
    const [known] = await records.keptAnswers(reader, story, [key]);
    if (known) continue;
    await records.keepAnswer(reader, story, { ...key, guid, answer: { changes, new: turns } }, until);
    taken += 1;
  }
  return { taken, known: lines.length - taken };
}
