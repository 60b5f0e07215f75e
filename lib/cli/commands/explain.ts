import type { Ledger } from '../../compare/fold/claim.ts';
import { type Fate, fateOf } from '../../compare/fold/fate.ts';
import { foldLedger } from '../../compare/fold/story.ts';
import { createGate } from '../../compare/gate.ts';
import type { Reader } from '../../model/answer.ts';
import { InputError } from '../../model/input-error.ts';
import type { Item } from '../../model/item.ts';
import type { StoredChange } from '../../model/report.ts';
import type { Story } from '../../model/story.ts';
import { changeOf, type Judgement, judge } from '../../monitor/judge.ts';
import { whyNot } from '../../monitor/why-not.ts';
import { NO_ANSWERS } from '../../readers/answers.ts';
import { hostedNameOf, readerNameOf } from '../../readers/named.ts';
import { RULES } from '../../readers/rules/id.ts';
import { createJudge } from '../../readers/rules/judge.ts';
import { explanation, whyNotInWords } from '../../view/explanation.ts';
import type { Screen } from '../../view/layout.ts';
import { command, flag, TABLE, text, ZONE } from '../command.ts';
import { type Found, inFeeds, inTable } from '../item-to-explain.ts';
import { recallRun } from '../last-run.ts';
import { openSilent } from '../reader.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { openTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const UNJUDGED = { outcome: 'failed', why: 'the gate did not let it through', retry: false } as const;

export const explain = command({
  name: 'explain',
  about: 'say why an item did or did not change a claim',
  help: `Says why an item did or did not change a claim, step by step with the words that each rests on: gate, reader, value, proof, sibling, ledger. An item that a story's gate let through is explained from what is kept of it; any other is looked for in the feeds, without --feeds in those of the story's last run.`,
  options: {
    item: { ...text('GUID', 'the item, by its guid or link'), isRequired: true },
    claim: text('ID', 'for one claim only'),
    'why-not': flag('in one answer: the first step that failed, and what would have passed (needs --claim)'),
    story: text('SLUG', 'the story, where the table holds several'),
    baseline: text('FILE', 'the story from a file instead of the table'),
    reader: text(
      'NAME',
      'the reader that is to explain itself, by what is kept of its answers; else the one of the last run',
    ),
    feeds: { ...text('SOURCE', 'a URL, a file or a folder to look in'), many: 'times' },
    zone: ZONE,
    table: TABLE,
  },
  async run({ values }, terminal) {
    const { item, claim, 'why-not': isShort = false } = values;
    if (isShort && claim === undefined)
      throw new UsageError('explain --why-not needs --claim ID, found none');
    const wanted = { item, claim, feeds: values.feeds.length > 0 ? values.feeds : undefined };
    const settings = await readSettingsFile();
    const table = values.baseline === undefined ? await openTable(values) : null;
    try {
      const found = table
        ? await inTable(wanted, values.story, table.records)
        : await inFeeds(wanted, values.baseline ?? '', terminal);
      const { baseline } = found.story;
      // What a deployment last judged by stands with the story; what a run did here, beside the embedded table.
      const last = values.table === undefined ? (await recallRun(baseline.story))?.reader : undefined;
      const judge = found.judged === null ? undefined : hostedNameOf(found.judged);
      const name = values.reader ?? last ?? judge ?? readerNameOf(baseline, settings);
      const reader = await readerOf(name, { settings, answers: table?.records ?? NO_ANSWERS });
      const screen = screenOf(terminal, values, settings);
      terminal.out(await explained(found, claim, isShort, reader, screen));
      return 0;
    } finally {
      await table?.close();
    }
  },
});

/** The reader by what is kept; one whose recorded answers are gone says so of each item. */
async function readerOf(name: string, context: Parameters<typeof openSilent>[1]): Promise<Reader> {
  try {
    return await openSilent(name, context);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const why = error.message;
    return {
      id: name,
      worth: '',
      read: async (asked) => asked.map(() => ({ outcome: 'failed' as const, why, retry: true })),
    };
  }
}

async function explained(
  { story, item, stored, waits }: Found,
  claim: string | undefined,
  isShort: boolean,
  reader: Reader,
  screen: Screen,
): Promise<string> {
  const { baseline } = story;
  const gate = createGate()(story, item);
  const judgement = gate.passed ? await judgedBy(reader, story, item, waits) : UNJUDGED;
  const rules = reader.id === RULES && gate.passed ? createJudge()(baseline, item) : null;
  // Without a table an item stands for itself.
  const changes = stored ?? alone(story, judgement);
  const ledger = foldLedger(story, changes);
  const fatesOn = (id: string | null) => fates(story, item, judgement, { ledger, changes }, id);
  if (isShort && claim !== undefined)
    return whyNotInWords(
      whyNot({ gate, judgement, rules, claimId: claim, fates: fatesOn(claim) }),
      story,
      screen,
    );
  const claims = baseline.claims.filter(({ id }) => claim === undefined || id === claim);
  const isNamed = claim !== undefined;
  return explanation(
    { story, claims, item, gate, reader: reader.id, judgement, rules, isNamed, fatesOn },
    screen,
  );
}

async function judgedBy(reader: Reader, story: Story, item: Item, waits: string | null): Promise<Judgement> {
  const [judgement = UNJUDGED] = await judge(reader, story, [item]);
  return judgement.outcome === 'failed' && waits !== null ? { ...judgement, why: waits } : judgement;
}

/** The changes that one item makes. */
function alone({ baseline }: Story, judgement: Judgement): StoredChange[] {
  const reports = judgement.outcome === 'read' ? judgement.reports : [];
  return reports.map((report) => ({
    ...changeOf(baseline.story, report),
    evidence: [report.evidence],
    decisions: [],
  }));
}

/** What became of all that an item is said to report on a claim, now or when it was judged; what came furthest last. */
function fates(
  { baseline }: Story,
  { id: itemId }: Item,
  judgement: Judgement,
  { ledger, changes }: { readonly ledger: Ledger; readonly changes: readonly StoredChange[] },
  claimId: string | null,
): Fate[] {
  const told = judgement.outcome === 'read' ? judgement.reports.filter((one) => one.claimId === claimId) : [];
  const kept = changes.filter(
    (change) => change.claimId === claimId && change.evidence.some((one) => one.itemId === itemId),
  );
  const ids = new Set([...told.map((one) => changeOf(baseline.story, one).id), ...kept.map(({ id }) => id)]);
  return [...ids]
    .map((id) => fateOf(ledger, changes, itemId, id))
    .toSorted((a, b) => Number(a.outcome === 'record') - Number(b.outcome === 'record'));
}
