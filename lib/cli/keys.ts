import { emitKeypressEvents } from 'node:readline';
import type { ReadStream } from 'node:tty';

/** A key that was pressed: `return`, `escape`, `left`, or the name of a letter; `text` is what it writes. */
interface Key {
  readonly name: string;
  readonly text: string;
}

/** The keys of a terminal, one after the other, none lost that was pressed too early. */
export interface Keys {
  /** Null at the end of the input, and at Ctrl-C and Ctrl-D. */
  next(): Promise<Key | null>;
  /** Forgets what was pressed and not taken yet. */
  flush(): void;
  close(): void;
}

interface Pressed {
  readonly name?: string;
  readonly sequence?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

export function openKeys(input: ReadStream): Keys {
  const pressed: (Key | null)[] = [];
  let wake: (() => void) | null = null;
  const put = (key: Key | null) => {
    pressed.push(key);
    wake?.();
  };
  const onKey = (text: string | undefined, { name = '', sequence = '', ctrl, meta }: Pressed) => {
    if (ctrl && (name === 'c' || name === 'd')) put(null);
    else if (!ctrl && !meta)
      put({ name: name || sequence, text: text && /^\P{Cc}+$/u.test(text) ? text : '' });
  };
  const onEnd = () => put(null);
  emitKeypressEvents(input);
  input.setRawMode(true);
  input.on('keypress', onKey);
  input.once('end', onEnd);
  input.resume();
  return {
    async next() {
      while (pressed.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      // The end stays the end.
      return pressed[0] === null ? null : (pressed.shift() ?? null);
    },
    flush() {
      if (pressed[0] !== null) pressed.length = 0;
    },
    close() {
      input.off('keypress', onKey);
      input.off('end', onEnd);
      input.setRawMode(false);
      input.pause();
    },
  };
}

/**
 * A line that is typed, echoed as it grows; Escape leaves it.
 * @returns null where it was left
 */
export async function readLine(
  keys: Keys,
  write: (text: string) => void,
  question: string,
): Promise<string | null> {
  let typed = '';
  write(question);
  for (;;) {
    const key = await keys.next();
    if (key === null || key.name === 'escape') {
      write('\n');
      return null;
    }
    if (key.name === 'return' || key.name === 'enter') {
      write('\n');
      return typed.trim();
    }
    if (key.name === 'backspace') typed = [...typed].slice(0, -1).join('');
    else typed += key.text;
    write(`\r\u001b[K${question}${typed}`);
  }
}
