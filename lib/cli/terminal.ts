import picocolors from 'picocolors';

/** Where a command writes: results to `out`, all else to `note`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
  /** Overwrites the last progress line; null where the output is no terminal. */
  readonly progress: ((text: string) => void) | null;
  readonly width: number;
  readonly colors: Colors;
}

type Colors = ReturnType<typeof picocolors.createColors>;

/** Lines of a pipe or a file are as long as people read well. */
const PLAIN_WIDTH = 110;

/** The process's own streams. Colours on a terminal only, and never with `NO_COLOR` (no-color.org). */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
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
    width: Math.max(20, width),
    colors: picocolors.createColors(Boolean(stdout.isTTY) && !plain),
  };
}

/** What feeds and providers write may hold control characters: a terminal gets none but line ends, tabs and colours, nor those that hide a text or such as turn its lines round. */
export function harmless(text: string): string {
  return text.replace(CONTROLS, '');
}

/** Of colours and styles those that picocolors writes, but for what blinks or hides. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /\u001b(?!\[(?:0|[1-47]|2[2-47-9]|3\d|4\d|9\d)?m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
