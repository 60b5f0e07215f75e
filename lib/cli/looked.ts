import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { InputError } from '../model/input-error.ts';
import { HOME } from './table.ts';
import { readTextFile } from './text-file.ts';

const FILE = join(HOME, 'looked.json');
const LOOKED = v.record(v.string(), v.pipe(v.string(), v.isoTimestamp()));

/** When an editor last looked at each story of a table, by this folder's own notes. @returns by slug */
export async function lastLooks(
  editor: string,
  table: string | undefined,
): Promise<ReadonlyMap<string, Date>> {
  const own = keyOf(editor, table, '');
  const looks = Object.entries(await readLooks());
  return new Map(
    looks.flatMap(([key, time]) =>
      key.startsWith(own) ? [[key.slice(own.length), new Date(time)] as const] : [],
    ),
  );
}

export async function noteLooks(
  editor: string,
  table: string | undefined,
  slugs: readonly string[],
  at: Date,
): Promise<void> {
  const now = slugs.map((slug) => [keyOf(editor, table, slug), at.toISOString()] as const);
  const looks = { ...(await readLooks()), ...Object.fromEntries(now) };
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, `${JSON.stringify(looks, null, 2)}\n`);
}

async function readLooks(): Promise<Readonly<Record<string, string>>> {
  const text = await readTextFile(FILE).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '{}';
    throw new InputError(
      `${FILE} cannot be read (${error.code}): expected the times at which editors looked`,
    );
  });
  try {
    return v.parse(LOOKED, JSON.parse(text));
  } catch {
    throw new InputError(
      `${FILE} cannot be used: expected the times at which editors looked; delete it to begin anew`,
    );
  }
}

function keyOf(editor: string, table = 'embedded', slug: string): string {
  return JSON.stringify([table, editor]) + slug;
}
