import { writeSync } from 'node:fs';
import picocolors from 'picocolors';
import { type Keys, openKeys } from './keys.ts';

/** Where a command writes: results to `out`, all else to `note`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  /** Overwrites the last progress line; null where the output is no terminal. */
  readonly progress: ((text: string) => void) | null;
  readonly width: number;
  readonly colors: Colors;
  /** Where somebody sits at it; null where keys or results go elsewhere. */
  readonly keyboard: Keyboard | null;
}

interface Keyboard {
  open(): Keys;
  /** Echoes what is typed. */
  readonly write: (text: string) => void;
}

type Colors = ReturnType<typeof picocolors.createColors>;

/** Lines of a pipe or a file are as long as people read well. */
const PLAIN_WIDTH = 110;

/** The process's own streams. Colours on a terminal only, and never with `NO_COLOR` (no-color.org). */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  for (const stream of [stdout, stderr]) stream.on('error', failed);
  const plain = Boolean(env['NO_COLOR']) || env['TERM'] === 'dumb';
  const width = stdout.isTTY ? stdout.columns : Number(env['COLUMNS']) || PLAIN_WIDTH;
  const clear = '\r\u001b[2K';
  let pending = false;
  const settle = () => {
    if (pending) stderr.write(clear);
    pending = false;
  };
  return {
    out: (text) => {
      settle();
      stdout.write(`${harmless(text)}\n`);
    },
    note: (text) => {
      settle();
      stderr.write(`${harmless(text)}\n`);
    },
    progress:
      stderr.isTTY && env['TERM'] !== 'dumb'
        ? (text) => {
            stderr.write(`${clear}${harmless(text).slice(0, (stderr.columns || 80) - 1)}`);
            pending = true;
          }
        : null,
    width: Math.min(1_000, Math.max(20, width)),
    colors: picocolors.createColors(Boolean(stdout.isTTY) && !plain),
    keyboard:
      stdin.isTTY && stdout.isTTY
        ? { open: () => openKeys(stdin), write: (text) => void stdout.write(text) }
        : null,
  };
}

/** What can't be written: a full disk is told of, and nothing where a pipe's reader has enough (`| head`). */
function failed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    writeSync(
      2,
      `The results cannot be written (${error.code ?? error.message}): expected a place with room; what was recorded is kept\n`,
    );
    process.exitCode = 1;
  }
}

/** What feeds and providers write may hold control characters: a terminal gets none but line ends, tabs and colours, nor those that hide a text or such as turn its lines round. */
export function harmless(text: string): string {
  return text.replace(CONTROLS, '');
}

/** Of colours and styles those that picocolors writes, but for what blinks or hides. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /\u001b(?!\[(?:0|[1-47]|2[2-47-9]|3\d|4\d|9\d)?m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
