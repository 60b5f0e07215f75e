import { newSince } from '../../compare/fold/since.ts';
import { foldRejected } from '../../compare/fold/story.ts';
import { type ChangeRecord, KINDS, type Kind } from '../../model/report.ts';
import { type Ledger, readLedger } from '../../monitor/ledger.ts';
import type { KeptStory, Records } from '../../monitor/ports.ts';
import { changesCsv, changesMarkdown, changesTable, FORMATS, type Format } from '../../view/changes.ts';
import { timeOf } from '../../view/dates.ts';
import type { Screen } from '../../view/layout.ts';
import { recordData, type WordedRecord, worded } from '../../view/worded.ts';
import { AS_OF, BY, command, flag, oneOf, STORY, TABLE, text, timeOrLast, ZONE } from '../command.ts';
import { editorOf } from '../editor.ts';
import { lastLooks, noteLooks } from '../looked.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { checkClaim, storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

/** What a look at all that is new leaves nothing out for. */
const LOOKED_WHOLE = ['possible', 'rejected', 'claim', 'kind', 'as-of'] as const;

export const changes = command({
  name: 'changes',
  about: 'list the change records',
  help: 'Lists the change records, oldest first: those that are sure or that an editor accepted.',
  options: {
    possible: flag('those that wait for a yes or no instead: claimwatch review'),
    rejected: flag('those that an editor rejected instead'),
    story: STORY,
    retired: flag('also of stories that are watched no more'),
    claim: text('ID', 'of one claim only'),
    kind: oneOf('KIND', `one of ${KINDS.join(', ')}`, KINDS),
    since: timeOrLast(
      'first published since (2025-12-02 or 2025-12-02T09:00:00Z); last: what is new to you since you last asked so, without --possible, --rejected, --claim, --kind and --as-of',
    ),
    by: BY,
    'as-of': AS_OF,
    format: oneOf('FORMAT', `one of ${FORMATS.join(', ')}`, FORMATS),
    json: flag('the same as --format json'),
    zone: ZONE,
    table: TABLE,
  },
  choices: [
    { of: ['possible', 'rejected'], isRequired: false },
    { of: ['rejected', 'as-of'], isRequired: false },
    { of: ['format', 'json'], isRequired: false },
  ],
  async run({ values }, terminal) {
    const { claim, 'as-of': asOf = null } = values;
    const isLast = values.since === 'last';
    const since = values.since === 'last' ? null : (values.since ?? null);
    const settings = await readSettingsFile();
    const editor = editorOf(values.by, settings);
    const looks = isLast ? await lastLooks(editor, values.table) : null;
    const other = LOOKED_WHOLE.find((name) => isLast && values[name] !== undefined);
    if (other !== undefined)
      throw new UsageError(`--since last and --${other} exclude each other: expected one of them`);
    const format = values.json ? 'json' : (values.format ?? 'table');
    const screen = screenOf(terminal, values, settings);
    return usingTable(values, async (records) => {
      const now = new Date();
      const stories = await storiesToRead(records, values, since);
      if (claim !== undefined) checkClaim(claim, stories);
      const isEmpty = stories.length === 0 && since === null;
      if (isEmpty) terminal.note(await whyEmpty(records));
      if (isEmpty && format !== 'json') return 0;
      const ledgers = await Promise.all(stories.map((story) => readLedger(records, story, asOf)));
      const fitting = fittingOf(ledgers, { ...values, since, looks, format });
      const wanted = values.possible ? 'possible' : 'sure';
      const found = values.rejected ? fitting : fitting.filter(({ certainty }) => certainty === wanted);
      const waiting = fitting.length - found.length;
      if (format !== 'table' || found.length > 0) terminal.out(WRITERS[format](found, screen));
      else if (stories.length > 0 || since !== null)
        terminal.note(`No matching changes.${earlier(ledgers, asOf, screen)}`);
      if (!values.possible && waiting > 0) terminal.note(`${waiting} more possible: changes --possible`);
      const slugs = stories.map(({ baseline }) => baseline.story);
      if (isLast) await noteLooks(editor, values.table, slugs, now);
      return 0;
    });
  },
});

/** The records that were asked for, in order of time: in words for people, as data for machines. */
function fittingOf(
  ledgers: readonly Ledger[],
  asked: {
    readonly rejected?: true | undefined;
    readonly claim?: string | undefined;
    readonly kind?: Kind | undefined;
    readonly since: Date | null;
    readonly looks: ReadonlyMap<string, Date> | null;
    readonly format: Format;
  },
): WordedRecord[] {
  const { format, rejected = false, looks } = asked;
  const inWords = format === 'json' || format === 'csv' ? recordData : worded;
  return ledgers
    .flatMap((ledger) => wantedOf(ledger, rejected, looks).map((record) => inWords(record, ledger.story)))
    .filter(isWanted(asked))
    .toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen) || a.id.localeCompare(b.id));
}

const isWanted =
  ({ claim, kind, since }: { claim?: string | undefined; kind?: Kind | undefined; since: Date | null }) =>
  (change: WordedRecord): boolean =>
    (claim === undefined || change.claimId === claim) &&
    (kind === undefined || change.kind === kind) &&
    (since === null || change.firstSeen >= since.toISOString());

/** @param looks only what is new since the last look at each story; null for all */
function wantedOf(
  { story, stored, changes: own }: Ledger,
  isRejected: boolean,
  looks: ReadonlyMap<string, Date> | null,
): readonly ChangeRecord[] {
  if (isRejected) return foldRejected(story, stored);
  const look = looks?.get(story.baseline.story);
  if (!look) return own;
  const news = newSince(story, stored, own, look, 'looked');
  return own.filter(({ id }) => news.has(id));
}

/** That nothing was said by a time, where it is before all that is kept. */
function earlier(ledgers: readonly Ledger[], asOf: Date | null, { zone }: Screen): string {
  const times = ledgers.flatMap(({ stored }) =>
    stored.flatMap(({ evidence }) => evidence.map(({ saidAt }) => saidAt)),
  );
  const [first] = times.toSorted();
  return asOf && first !== undefined && first > asOf.toISOString()
    ? ` Nothing was reported by then: the first report is of ${timeOf(first, zone)}.`
    : '';
}

/** The stories that can hold what was asked for. */
async function storiesToRead(
  records: Records,
  { story: slug, retired }: { readonly story?: string | undefined; readonly retired?: true | undefined },
  since: Date | null,
): Promise<KeptStory[]> {
  if (slug !== undefined) return [await storyNamed(records, slug)];
  const stories = retired ? await records.everyStory() : await records.stories();
  if (since === null) return stories;
  // What was published since was recorded since: only stories with newer records need reading.
  const recent = new Set(await records.storiesChangedSince(since.toISOString()));
  return stories.filter(({ baseline }) => recent.has(baseline.story));
}

/** Why there is no story to list changes of. */
async function whyEmpty(records: Records): Promise<string> {
  return (await records.everyStory()).length > 0
    ? 'No story is watched any more: changes --retired lists what was recorded.'
    : 'The table holds no story yet: run claimwatch run --baseline FILE first.';
}

const WRITERS: Record<Format, (found: readonly WordedRecord[], screen: Screen) => string> = {
  table: changesTable,
  json: (found) => JSON.stringify({ changes: found }, null, 2),
  csv: changesCsv,
  markdown: changesMarkdown,
};
