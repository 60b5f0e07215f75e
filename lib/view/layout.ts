import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Colours as functions; the identity where none are wanted. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly green: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly strikethrough: (text: string) => string;
}

export interface Screen {
  /** In columns of a terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** The time zone in which times are shown, by its IANA name. */
  readonly zone: string;
}

export interface Column {
  readonly title: string;
  /** In columns of a terminal; the one column without takes what is left. */
  readonly width?: number | undefined;
}

/** What the widest column needs at least; a narrower window gets one block a row instead of a table. */
const READABLE = 28;

/** Rows as a table that fits the window, or as blocks of `title: cell` lines where a table would not. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  screen: Screen,
): string {
  const { width, paint } = screen;
  const fixed = columns.reduce((sum, column) => sum + (column.width ?? 0) + 2, 0);
  if (width - fixed < READABLE) return blocks(columns, rows, screen);
  const widths = columns.map((column) => column.width ?? width - fixed);
  const head = columns.map(({ title }) => paint.bold(title));
  return [head, ...rows].map((row) => drawn(row, widths)).join('\n');
}

/** A row, its cells wrapped side by side, two blanks apart; no lines: what a reader compares stands close together. */
function drawn(row: readonly string[], widths: readonly number[]): string {
  // An address is longer than its column and has no blank to break at.
  const cells = row.map((cell, i) => wrapAnsi(cell, widths[i] ?? 0, { hard: true, trim: true }).split('\n'));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map((lines, i) => {
        const line = lines[at] ?? '';
        return line + ' '.repeat(Math.max(0, (widths[i] ?? 0) + 2 - stringWidth(line)));
      })
      .join('')
      .trimEnd(),
  ).join('\n');
}

function blocks(columns: readonly Column[], rows: readonly (readonly string[])[], screen: Screen): string {
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          indented(`${screen.paint.bold(columns[i]?.title ?? '')} ${cell}`, screen, '  ').trimStart(),
        )
        .join('\n'),
    )
    .join('\n\n');
}

/** A paragraph that fits the window, each line after the first behind `indent`. */
export function indented(text: string, { width }: Pick<Screen, 'width'>, indent: string): string {
  return wrapAnsi(text, Math.max(10, width - indent.length), { hard: true, trim: true })
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}
