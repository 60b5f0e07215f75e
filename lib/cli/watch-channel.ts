import type { Channel, Telling } from '../monitor/announce.ts';
import { announcementData } from '../view/announcement/data.ts';
import { announcementWords } from '../view/announcement/words.ts';
import type { Screen } from '../view/layout.ts';
import { announcementView } from '../view/watch.ts';
import { execute } from './exec.ts';
import type { Terminal } from './terminal.ts';

/** Where it is noted what a watch told, and that one has begun for a story. */
export const WATCH = 'watch';
export const BEGUN = 'begun';
/** A command that fails is tried so often for one change. */
const TRIES = 3;
/** A command gets so much on its stdin at the most, in bytes. */
const MOST_BYTES = 1_000_000;

interface WatchChannelOptions {
  /** A command of the shell that gets each change; null for none. */
  readonly exec: string | null;
  /** What is only possible is not told. */
  readonly sureOnly: boolean;
  readonly screen: Screen;
  readonly terminal: Pick<Terminal, 'out' | 'note'>;
}

/** Somebody at a laptop: each change is printed once, and handed to a command, which is tried again where it fails. */
export function watchChannel({ exec, sureOnly, screen, terminal }: WatchChannelOptions): Channel {
  const failed = new Map<string, number>();

  async function handOn(command: string, { announcement, story }: Telling): Promise<void> {
    const key = `${story.baseline.story} ${announcement.id}`;
    const data = announcementData({ announcement, story }, MOST_BYTES);
    const { code, signal, output } = await execute(command, `${JSON.stringify(data)}\n`);
    if (output) terminal.note(output);
    if (code === 0) return;
    const tries = (failed.get(key) ?? 0) + 1;
    failed.set(key, tries);
    const found = code === null ? `it was ended by ${signal ?? 'the system'}` : `exit code ${code}`;
    if (tries >= TRIES) {
      terminal.note(`--exec failed: ${found}, expected 0; given up after ${TRIES} tries`);
      return;
    }
    const why = `--exec failed: ${found}, expected 0; try ${tries} of ${TRIES}, the next one is after the next look`;
    terminal.note(why);
    throw new Error(why);
  }

  return {
    name: WATCH,
    wants: () => ({ kinds: null, origins: sureOnly ? null : 1 }),
    since: (told) => told.get(BEGUN) ?? null,
    async deliver(tellings) {
      for (const telling of tellings) {
        const { announcement, story } = telling;
        // What was printed and could not be handed on is only handed on.
        if (!failed.has(`${story.baseline.story} ${announcement.id}`))
          terminal.out(
            announcementView(
              announcementWords(telling, { zone: screen.zone, pages: null, table: null }),
              screen,
            ),
          );
        if (exec !== null) await handOn(exec, telling);
      }
    },
  };
}
