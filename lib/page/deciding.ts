import type { Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import * as v from 'valibot';
import { InputError } from '../model/input-error.ts';
import { NOTE_LENGTH, WORDS_LENGTH } from '../model/limits.ts';
import { KINDS, shortId } from '../model/report.ts';
import { decide, mendedBy } from '../monitor/decide.ts';
import { decisionLine, wordOfOthers } from '../view/decision.ts';
import { PATHS } from '../view/page/site.ts';
import { capital, type RecordView, type StoryView } from '../view/page/story-data.ts';
import { readableLine } from '../view/readable.ts';
import { wordedDecision } from '../view/worded.ts';
import { messagePage, type PageEnv, type PageOptions, seenOptions, siteOf } from './context.ts';
import { digestOf, type PageRecords, viewOf } from './ledgers.ts';
import { recordOf, recordsOf } from './reading.ts';
import { strangeSender, strangeToken } from './security.ts';
import { formatSeen, seeing } from './seen.ts';
import type { Visitor } from './visitors.ts';

/** Whether the last word on a record is this very one, of the same editor just now. */
function isSameWord(
  { record }: RecordView,
  { verdict, note, value, kind, claim }: Form,
  name: string,
  now: Date,
) {
  const last = record.decisions.at(-1);
  const isSame = last?.verdict === verdict && last.by === name && (last.note ?? '') === note;
  return isSame && `${value}${kind}${claim}` === '' && now.getTime() - Date.parse(last.at ?? '') < TWICE_MS;
}

const optional = (most: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(readableLine),
      v.maxLength(most, (issue) => `found ${issue.input.length} characters, expected up to ${most}`),
    ),
    '',
  );

/** What a decision's form holds. */
const FORM = v.object({
  verdict: v.picklist(['accepted', 'rejected', 'undone'], 'expected yes, no or undo'),
  state: v.string('the record’s state is missing'),
  note: optional(NOTE_LENGTH),
  value: optional(WORDS_LENGTH),
  kind: v.optional(v.picklist(['', ...KINDS], 'no such kind'), ''),
  claim: optional(100),
});
type Form = v.InferOutput<typeof FORM>;

/** What came of a form: in JSON for the script, else by leading back to the page. */
interface Answer {
  readonly outcome: 'kept' | 'overtaken' | 'refused';
  readonly message: string;
  /** The record as it is now; empty where it is gone. */
  readonly state: string;
  readonly verdict: 'accepted' | 'rejected' | null;
  /** Where the next word on it goes: a record that was mended, or is no longer, has another id. */
  readonly id?: string;
}

const STATUS = { kept: 200, overtaken: 409, refused: 400 } as const;
/** A second press within so many milliseconds is the same word. */
const TWICE_MS = 10_000;

/** What is written by the pages: decisions and marks of what was seen, by POST alone. */
export function decidingRoutes(app: Hono<PageEnv>, options: PageOptions): void {
  const { records, refused, zone, now } = options;
  /** What a form of this site holds, or why it is none. */
  const checked = async (c: Context<PageEnv>) => {
    const { visitor } = c.get('asked');
    let fault = visitor ? strangeSender(c) : 'nobody can decide here';
    const data = fault ? {} : await c.req.parseBody().catch(() => null);
    if (!data) return { data: {}, visitor, fault: 'it cannot be read' };
    if (!fault && visitor) fault = strangeToken(data['token'], visitor.formToken);
    if (fault) refused(fault);
    return { data, visitor, fault };
  };

  app.post('/stories/:slug/records/:id/decide', async (c) => {
    const { slug, id } = c.req.param();
    const { data, visitor, fault } = await checked(c);
    if (fault || !visitor) return c.text(`This form was refused: ${fault}. Load the page again.\n`, 403);
    const form = v.safeParse(FORM, data);
    const answer = form.success
      ? await records((table) => decideBy(table, slug, id, form.output, visitor))
      : refusal(form.issues[0].message);
    if (answer === null) return c.notFound();
    const site = siteOf(options, c.get('asked'), PATHS.decide(slug, id), slug);
    const next = answer.id ?? id;
    if (c.req.header('accept')?.includes('application/json'))
      return c.json({ ...answer, action: site.to(PATHS.decide(slug, next)) }, STATUS[answer.outcome]);
    const anchor = answer.verdict === null ? `p-${next}` : `d-${next}`;
    if (answer.outcome === 'kept') return c.redirect(`${site.to(PATHS.story(slug))}#${anchor}`, 303);
    return c.html(messagePage('Nothing was decided', answer.message, site), STATUS[answer.outcome]);
  });

  const seen = async (c: Context<PageEnv>, slug: string | null) => {
    const { data, fault } = await checked(c);
    if (fault) return c.text(`This form was refused: ${fault}. Load the page again.\n`, 403);
    const asked = c.get('asked');
    const at = Date.parse(String(data['at']));
    // What came after the page was made was not seen.
    const until = at > 0 && at < asked.now.getTime() ? new Date(at) : asked.now;
    setCookie(c, options.seenCookie, formatSeen(seeing(asked.seen, until, slug)), seenOptions(c));
    const site = siteOf(options, asked, PATHS.seen(slug ?? undefined), slug);
    return c.redirect(site.to(slug === null ? PATHS.index : PATHS.story(slug)), 303);
  };
  app.post('/seen', (c) => seen(c, null));
  app.post('/stories/:slug/seen', (c) => seen(c, c.req.param('slug')));

  /** Keeps a visitor's word on a record as it was shown. @returns null where there is no such record */
  async function decideBy(
    table: PageRecords,
    slug: string,
    id: string,
    form: Form,
    { name }: Visitor,
  ): Promise<Answer | null> {
    const read = async () => {
      const story = await table.story(slug);
      const view = story && (await viewOf(table, story, null, now()));
      return { view, record: view ? recordOf(view, id) : null };
    };
    const { view, record } = await read();
    if (!view || !record) return null;
    const { ledger } = view;
    const on = { story: ledger.story, stored: ledger.stored, record: record.record };
    const overtaken = async (): Promise<Answer> => {
      const later = (await read()).record;
      if (!later) return refusal('its reports are gone: load the page again');
      if (isSameWord(later, form, name, now())) return kept(later, ledger.story);
      const whose = wordOfOthers(later.record, ledger.story, name, zone);
      const message = whose
        ? `Not kept: meanwhile ${whose}. Press again to overrule.`
        : 'Not kept: it has changed since you opened it, by you elsewhere or by new reports. Press again to decide it as it is now.';
      return { ...standing(later), outcome: 'overtaken', message };
    };
    // A second press is the same word.
    if (form.verdict !== 'undone' && isSameWord(record, form, name, now())) return kept(record, ledger.story);
    if (form.state !== digestOf(record)) return overtaken();
    try {
      const wanted = {
        value: form.value || undefined,
        kind: form.kind || undefined,
        claim: form.claim || undefined,
      };
      const made = await decide(table, on, {
        verdict: form.verdict,
        by: name,
        note: form.note || null,
        at: now(),
        report: null,
        mended: form.verdict === 'accepted' ? mendedBy(on, wanted) : null,
      });
      if (made.outcome === 'overtaken') return await overtaken();
    } catch (error) {
      if (error instanceof InputError) return { ...refusal(error.message), ...standing(record) };
      throw error;
    }
    const { view: after } = await read();
    const next = after && (recordOf(after, id) ?? successorOf(after, record));
    // With all of its reports rejected it may be nowhere.
    return next ? kept(next, ledger.story) : { ...refusal('Kept'), outcome: 'kept', verdict: null };
  }

  function kept(record: RecordView, story: Parameters<typeof wordedDecision>[1]): Answer {
    const { word } = record;
    const message = word ? capital(decisionLine(wordedDecision(word, story), zone)) : 'Undone';
    return { ...standing(record), outcome: 'kept', message };
  }
}

/** What a record that was mended, or is mended no longer, has become: the one of its changes that was decided last. */
function successorOf(view: StoryView, { record: { changes } }: RecordView): RecordView | null {
  const lastWord = ({ record }: RecordView) => record.decisions.at(-1)?.at ?? '';
  const kin = recordsOf(view).filter(({ record }) => record.changes.some((id) => changes.includes(id)));
  return kin.toSorted((a, b) => lastWord(b).localeCompare(lastWord(a)))[0] ?? null;
}

function standing(record: RecordView): Pick<Answer, 'state' | 'verdict' | 'id'> {
  const verdict = record.word?.verdict;
  return {
    state: digestOf(record),
    verdict: verdict === 'undone' ? null : (verdict ?? null),
    id: shortId(record.id),
  };
}

function refusal(message: string): Answer {
  return { outcome: 'refused', message, state: '', verdict: null };
}
