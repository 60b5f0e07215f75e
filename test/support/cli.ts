import picocolors from 'picocolors';
import { main } from '../../lib/cli/main.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command line run in this process, with what it wrote. */
export async function claimwatch(
  argv: readonly string[],
  options: { readonly width?: number; readonly colors?: boolean } = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(argv, {
    out: (text) => out.push(text),
    note: (text) => err.push(text),
    progress: null,
    width: options.width ?? 110,
    colors: picocolors.createColors(options.colors ?? false),
    keyboard: null,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
