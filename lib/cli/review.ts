import type { Mended, Verdict } from '../model/decision.ts';
import { InputError } from '../model/input-error.ts';
import { shortId } from '../model/report.ts';
import { decide } from '../monitor/decide.ts';
import type { Records } from '../monitor/ports.ts';
import { decisionLine, wordOfOthers } from '../view/decision.ts';
import type { Screen } from '../view/layout.ts';
import { type Decided, LEGEND, reviewCard, reviewSummary } from '../view/review.ts';
import { worded, wordedDecision } from '../view/worded.ts';
import { askMending, askNote } from './ask-mending.ts';
import { type Keys, readLine } from './keys.ts';
import { findRecord, type NamedRecord } from './record-named.ts';
import { harmless, type Terminal } from './terminal.ts';

export interface ReviewPorts {
  readonly terminal: Pick<Terminal, 'out'>;
  readonly keys: Keys;
  readonly write: (text: string) => void;
  /** Opens the table for a moment. */
  readonly open: <T>(work: (records: Records) => Promise<T>) => Promise<T>;
  readonly screen: Screen;
}

/** The place to go on at; null where the editor has enough. */
type Place = number | null;

/** A record that was mended in parts has no one id any more. */
function goneIfSplit(error: unknown): null {
  if (error instanceof InputError) return null;
  throw error;
}

/** An editor's way through records, by keys. */
export class Review {
  readonly #ids: readonly string[];
  readonly #by: string;
  readonly #ports: ReviewPorts;
  /** What was decided here, the last one last. */
  readonly #decided: Decided[] = [];
  /** The records that others settled meanwhile, and of these those that this editor has seen so. */
  readonly #settled = new Set<string>();
  readonly #seen = new Set<string>();

  constructor(ids: readonly string[], by: string, ports: ReviewPorts) {
    this.#ids = ids;
    this.#by = by;
    this.#ports = ports;
  }

  async run(): Promise<void> {
    const { terminal, keys } = this.#ports;
    let at: Place = 0;
    while (at !== null) {
      at = await this.#review(at);
      if (at === null || at < this.#ids.length) continue;
      if (this.#decided.length === 0) break;
      terminal.out('\nThat was the last one: u takes back your last decision, any other key ends.');
      at = (await keys.next())?.name === 'u' ? await this.#undo(at) : null;
    }
    const settled = this.#ids.filter((id) => this.#settled.has(id));
    terminal.out(`\n${reviewSummary(this.#decided, this.#ids.length, settled)}`);
  }

  async #review(at: number): Promise<Place> {
    const { open, terminal, screen, keys } = this.#ports;
    const id = this.#ids[at] ?? '';
    const named = await open((records) => findRecord(records, id)).catch(goneIfSplit);
    if (named === null || !('record' in named) || named.isSuperseded) {
      this.#settled.add(id);
      return this.#pass(
        at,
        `${shortId(id)} is no record any more: what was decided since has taken its place`,
      );
    }
    terminal.out(reviewCard(worded(named.record, named.story), `${at + 1}/${this.#ids.length}`, screen));
    const other = wordOfOthers(named.record, named.story, this.#by, screen.zone);
    const isMine = this.#decided.some((each) => each.id === id);
    // What another editor settled meanwhile is told, and passed over once.
    if (other !== null && !isMine && !this.#seen.has(id)) {
      this.#seen.add(id);
      this.#settled.add(id);
      return this.#pass(at, other);
    }
    for (;;) {
      const key = await keys.next();
      if (key === null || key.name === 'q') return null;
      const next = await this.#act(key.text || key.name, named, at);
      if (next !== undefined) return next;
    }
  }

  /** Goes on without a word; keys that were meant for this record are for no other. */
  #pass(at: number, why: string): number {
    const { terminal, keys, screen } = this.#ports;
    terminal.out(screen.paint.yellow(`${why}; going on`));
    keys.flush();
    return at + 1;
  }

  /** Where a key leads; undefined where it is none of the keys. */
  async #act(key: string, named: NamedRecord, at: number): Promise<number | undefined> {
    switch (key) {
      case 'y':
        return at + Number(await this.#decide(named, 'accepted'));
      case 'n':
        return at + Number(await this.#decide(named, 'rejected'));
      case 'Y':
      case 'N': {
        const note = await askNote(this.#ask, this.#ports.terminal.out);
        const verdict = key === 'Y' ? 'accepted' : 'rejected';
        return note === null ? at : at + Number(await this.#decide(named, verdict, note));
      }
      case 'e':
      case 'm': {
        const mending = await askMending(this.#ask, this.#ports.terminal.out, named);
        const isKept = mending && (await this.#decide(named, 'accepted', mending.note, mending.mended));
        return at + Number(isKept);
      }
      case 'l':
      case 'j':
      case ' ':
      case 'right':
        return at + 1;
      case 'k':
      case 'left':
        return Math.max(0, at - 1);
      case 'u':
        return this.#undo(at);
      case '?':
        this.#ports.terminal.out(LEGEND);
        return undefined;
      default:
        return undefined;
    }
  }

  /** @returns whether it was kept */
  async #decide(
    named: NamedRecord,
    verdict: Verdict,
    note: string | null = null,
    mended: Mended | null = null,
  ): Promise<boolean> {
    const { open, terminal, screen, keys } = this.#ports;
    const { story, record } = named;
    const word = { verdict, by: this.#by, note, at: new Date(), report: null, mended };
    try {
      const said = await open((records) => decide(records, named, word));
      if (said.outcome === 'kept') {
        this.#decided.push({ id: record.id, verdict, isMended: mended !== null });
        const line = decisionLine(wordedDecision(said.decision, story), screen.zone);
        terminal.out(screen.paint.green(`${shortId(record.id)} ${line}`));
        return true;
      }
      // Shown again, it stays: the editor may overrule the word that he then sees.
      this.#seen.add(record.id);
      this.#settled.add(record.id);
      terminal.out(screen.paint.yellow('Someone else decided first: your decision was not saved.'));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      terminal.out(screen.paint.red(error.message));
    }
    keys.flush();
    return false;
  }

  /** Takes back the last decision that was made here, as long as nobody else decided since. @returns the place of its record */
  async #undo(at: number): Promise<number> {
    const { open, terminal } = this.#ports;
    const last = this.#decided.at(-1);
    if (!last) {
      terminal.out('Nothing was decided here yet.');
      return at;
    }
    const word = {
      verdict: 'undone',
      by: this.#by,
      note: null,
      at: new Date(),
      report: null,
      mended: null,
    } as const;
    const isUndone = await open(async (records) => {
      const named = await findRecord(records, last.id).catch(goneIfSplit);
      if (named === null || !('record' in named) || named.record.decisions.at(-1)?.by !== this.#by)
        return false;
      return (await decide(records, named, word)).outcome === 'kept';
    });
    this.#decided.pop();
    terminal.out(
      isUndone
        ? `${shortId(last.id)} undone: it waits for a yes or no again`
        : `${shortId(last.id)}: someone else decided since, nothing was undone`,
    );
    return Math.max(0, this.#ids.indexOf(last.id));
  }

  readonly #ask = (question: string): Promise<string | null> =>
    readLine(this.#ports.keys, this.#ports.write, harmless(question));
}
