import type { Verdict } from '../../model/decision.ts';
import { NOTE_LENGTH, WORDS_LENGTH } from '../../model/limits.ts';
import { KINDS, shortId } from '../../model/report.ts';
import { decide, type MendWanted, mendedBy, type Word } from '../../monitor/decide.ts';
import type { Records } from '../../monitor/ports.ts';
import { decisionLine, wordOfOthers } from '../../view/decision.ts';
import { worded, wordedDecision } from '../../view/worded.ts';
import { BY, command, flag, oneOf, short, TABLE, text } from '../command.ts';
import { editorOf } from '../editor.ts';
import { recordNamed } from '../record-named.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { usingTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const ARGS = { name: 'ID', least: 1, most: Number.POSITIVE_INFINITY };
const SHARED = {
  report: text('ITEM', 'on one report only, by its item or link; with one ID'),
  by: BY,
  overrule: flag('though another editor’s word stands on it'),
  note: short('TEXT', 'why, for those who look later', NOTE_LENGTH),
  table: TABLE,
} as const;

const HELP =
  'It is kept, with who, when and why, and names the reports that the change has now: where later ones say the same, an accepted change grows, and a rejected one is recorded again, with the rejection beside it. ID is what `changes` prints, or its beginning.';

/** From now on a sure record, whatever its confidence, as it stands or with another value. */
export const accept = command({
  name: 'accept',
  about: 'say yes to changes, or mend one: from now on they are sure',
  help: `An editor's yes to changes: from now on they are sure. With --value, --kind or --claim the editor’s value replaces the reports’, which stays beside it. ${HELP}`,
  args: ARGS,
  options: {
    value: short(
      'VALUE',
      'mends it: a date, a number or a few words, like 2025-12-02, "23" or "called off by his office"',
      WORDS_LENGTH,
    ),
    kind: oneOf('KIND', `mends it: one of ${KINDS.join(', ')}`, KINDS),
    claim: text('CLAIM', 'mends it: the claim that it is about'),
    ...SHARED,
  },
  run: ({ values, args }, terminal) => decideAll('accepted', args, values, terminal),
});

/** Takes its reports away; later ones of the same change make the record again. */
export const reject = command({
  name: 'reject',
  about: 'say no to changes: their reports no longer count',
  help: `An editor's no to changes: their reports no longer count. \`changes --rejected\` lists them. ${HELP}`,
  args: ARGS,
  options: SHARED,
  run: ({ values, args }, terminal) => decideAll('rejected', args, values, terminal),
});

/** Takes back the last word that stands. */
export const undo = command({
  name: 'undo',
  about: 'take back the last decision on changes',
  help: 'Takes back the last yes, no or mending on changes: what was decided before stands again. Both stay kept.',
  args: ARGS,
  options: SHARED,
  run: ({ values, args }, terminal) => decideAll('undone', args, values, terminal),
});

interface Given extends MendWanted {
  readonly report?: string | undefined;
  readonly by?: string | undefined;
  readonly note?: string | undefined;
  readonly overrule?: true | undefined;
  readonly table?: string | undefined;
}

async function decideAll(
  verdict: Verdict,
  ids: readonly string[],
  given: Given,
  terminal: Terminal,
): Promise<0 | 1> {
  const isOfOne = [given.report, given.value, given.kind, given.claim].some((each) => each !== undefined);
  if (isOfOne && ids.length > 1)
    throw new UsageError(`--report, --value, --kind and --claim take exactly one ID, found ${ids.length}`);
  const settings = await readSettingsFile();
  const { zone } = screenOf(terminal, {}, settings);
  const by = editorOf(given.by, settings);
  return usingTable(given, async (records) => {
    let code: 0 | 1 = 0;
    // All are found before the first is decided: a typing error in one decides none.
    for (const id of ids) await recordNamed(records, id);
    for (const id of ids) {
      const word = { verdict, by, note: given.note ?? null, at: new Date(), report: given.report ?? null };
      if (!(await decideOne(records, id, word, given, zone, terminal))) code = 1;
    }
    return code;
  });
}

/** @returns false where another editor was faster */
async function decideOne(
  records: Records,
  id: string,
  word: Omit<Word, 'mended'>,
  given: Given,
  zone: string,
  terminal: Terminal,
): Promise<boolean> {
  const named = await recordNamed(records, id);
  const { id: own, claimId } = named.record;
  const { kind, after, decisions } = worded(named.record, named.story);
  const other = wordOfOthers(named.record, named.story, word.by ?? '', zone);
  if (other !== null && !given.overrule) {
    terminal.note(`${shortId(own)} is ${other}: add --overrule to decide otherwise; nothing was saved`);
    return false;
  }
  const said = await decide(records, named, { ...word, mended: mendedBy(named, given) });
  if (said.outcome === 'overtaken') {
    const [last] = worded((await recordNamed(records, own)).record, named.story).decisions.slice(-1);
    terminal.note(
      `${shortId(own)} was decided first by someone else (${last ? decisionLine(last, zone) : 'just now'}); your decision was not saved. Look at it again, then decide`,
    );
    return false;
  }
  const line = decisionLine(wordedDecision(said.decision, named.story), zone);
  terminal.out(`${shortId(own)} ${claimId ?? 'turn'} ${kind}, ${after}: ${line}`);
  const before = decisions.at(-1);
  if (before && before.by !== word.by)
    terminal.note(`${shortId(own)} previously: ${decisionLine(before, zone)}`);
  return true;
}
