import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { InputError } from '../model/input-error.ts';
import { HOME } from './table.ts';
import { readTextFile } from './text-file.ts';

const FILE = join(HOME, 'looked.json');
const LOOKED = v.record(v.string(), v.pipe(v.string(), v.isoTimestamp()));

/** Until when an editor has seen what changed in a table, by this folder's own notes; null where never. */
export async function lastLook(editor: string, table: string | undefined): Promise<Date | null> {
  const time = (await readLooks())[keyOf(editor, table)];
  return time === undefined ? null : new Date(time);
}

export async function noteLook(editor: string, table: string | undefined, at: Date): Promise<void> {
  const looks = { ...(await readLooks()), [keyOf(editor, table)]: at.toISOString() };
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

function keyOf(editor: string, table = 'embedded'): string {
  return `${table} ${editor}`;
}
