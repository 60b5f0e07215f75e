import { lastWords, type Mended, type Verdict } from '../model/decision.ts';
import { InputError } from '../model/input-error.ts';
import { NOTE_LENGTH } from '../model/limits.ts';
import type { Records } from '../monitor/ports.ts';
import { shortId } from '../view/changes.ts';
import { plural } from '../view/count.ts';
import { decisionLine } from '../view/decision.ts';
import type { Screen } from '../view/layout.ts';
import { reviewCard } from '../view/review.ts';
import { worded } from '../view/worded.ts';
import { askMending } from './ask-mending.ts';
import { decide } from './decide.ts';
import { type Keys, readLine } from './keys.ts';
import { type NamedRecord, recordNamed } from './record-named.ts';
import type { Terminal } from './terminal.ts';

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

/** An editor's way through records, by keys. */
export class Review {
  readonly #ids: readonly string[];
  readonly #by: string;
  readonly #ports: ReviewPorts;
  /** The records that were decided here, the last one last. */
  readonly #decided: { readonly id: string; readonly verdict: Verdict; readonly isMended: boolean }[] = [];

  constructor(ids: readonly string[], by: string, ports: ReviewPorts) {
    this.#ids = ids;
    this.#by = by;
    this.#ports = ports;
  }

  async run(): Promise<void> {
    let at: Place = 0;
    while (at !== null && at < this.#ids.length) at = await this.#review(at);
    this.#ports.terminal.out(`\n${this.#summary()}`);
  }

  async #review(at: number): Promise<Place> {
    const { open, terminal, screen, keys } = this.#ports;
    const id = this.#ids[at] ?? '';
    const named = await open((records) => recordNamed(records, id));
    terminal.out(reviewCard(worded(named.record, named.story), `${at + 1}/${this.#ids.length}`, screen));
    const other = this.#decidedByOthers(named);
    // What another editor settled meanwhile is told, and passed over.
    if (other !== null && !this.#decided.some((each) => each.id === id)) {
      terminal.out(`${other}; going on`);
      return at + 1;
    }
    for (;;) {
      const key = await keys.next();
      if (key === null || key.name === 'q') return null;
      const next = await this.#act(key.text || key.name, named, at);
      if (next !== undefined) return next;
    }
  }

  /** Where a key leads; undefined where it is none of the keys. */
  async #act(key: string, named: NamedRecord, at: number): Promise<number | undefined> {
    switch (key) {
      case 'y':
        return (await this.#decide(named, 'accepted')) ? at + 1 : at;
      case 'n':
        return (await this.#decide(named, 'rejected')) ? at + 1 : at;
      case 'Y':
        return (await this.#decideWithNote(named, 'accepted')) ? at + 1 : at;
      case 'N':
        return (await this.#decideWithNote(named, 'rejected')) ? at + 1 : at;
      case 'e':
      case 'm':
        return (await this.#mend(named)) ? at + 1 : at;
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
      default:
        return undefined;
    }
  }

  async #decideWithNote(named: NamedRecord, verdict: Verdict): Promise<boolean> {
    const note = await this.#ask('Note: ');
    return note !== null && this.#decide(named, verdict, note.slice(0, NOTE_LENGTH) || null);
  }

  async #mend(named: NamedRecord): Promise<boolean> {
    const { terminal, screen } = this.#ports;
    try {
      const mending = await askMending((question) => this.#ask(question), named);
      return mending !== null && (await this.#decide(named, 'accepted', mending.note, mending.mended));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      terminal.out(screen.paint.red(error.message));
      return false;
    }
  }

  /** @returns whether it was kept */
  async #decide(
    named: NamedRecord,
    verdict: Verdict,
    note: string | null = null,
    mended: Mended | null = null,
  ): Promise<boolean> {
    const { open, terminal, screen } = this.#ports;
    const { id } = named.record;
    const word = { verdict, by: this.#by, note, at: new Date(), report: null, mended };
    const said = await open(async (records) => {
      const { outcome } = await decide(records, named, word);
      return { outcome, now: await recordNamed(records, id) };
    });
    if (said.outcome === 'overtaken') {
      terminal.out(screen.paint.yellow('Somebody else decided meanwhile: your word was not kept.'));
      return false;
    }
    this.#decided.push({ id, verdict, isMended: mended !== null });
    const { kind, after } = worded(said.now.record, said.now.story);
    terminal.out(screen.paint.green(`${shortId(id)} ${verdict}: ${kind}, ${after}`));
    return true;
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
      const named = await recordNamed(records, last.id);
      if (named.record.decisions.at(-1)?.by !== this.#by) return false;
      return (await decide(records, named, word)).outcome === 'kept';
    });
    this.#decided.pop();
    terminal.out(
      isUndone
        ? `${shortId(last.id)} undone: it waits for a yes or no again`
        : `${shortId(last.id)}: somebody else decided meanwhile, nothing was undone`,
    );
    return Math.max(0, this.#ids.indexOf(last.id));
  }

  /** Whose word stands on a record that was possible when the review began; null where nobody's. */
  #decidedByOthers({ record, story }: NamedRecord): string | null {
    const words = [...lastWords(record.decisions).values()];
    const standing = record.decisions.findLast((decision) => words.includes(decision));
    if (!standing || standing.by === this.#by) return null;
    const line = worded(record, story).decisions[record.decisions.indexOf(standing)];
    return line ? decisionLine(line, this.#ports.screen.zone) : null;
  }

  #ask(question: string): Promise<string | null> {
    return readLine(this.#ports.keys, this.#ports.write, question);
  }

  #summary(): string {
    const count = (verdict: Verdict) => this.#decided.filter((each) => each.verdict === verdict).length;
    const mended = this.#decided.filter(({ isMended }) => isMended).length;
    const left = this.#ids.filter((id) => !this.#decided.some((each) => each.id === id)).length;
    return `${count('accepted')} accepted${mended > 0 ? ` (${mended} mended)` : ''}, ${count('rejected')} rejected; ${plural(left, 'possible change')} left`;
  }
}
