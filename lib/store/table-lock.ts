import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Level } from 'level';
import * as v from 'valibot';
import { InputError } from '../model/input-error.ts';

/** Who has a table open, for others who wait for it. */
const HOLDER = v.object({ pid: v.number(), command: v.string(), since: v.string() });
type Holder = v.InferOutput<typeof HOLDER>;

export interface Waiting {
  /** What works on the table, in words: `claimwatch run`. */
  readonly command: string;
  /** For so long another one is waited for, in milliseconds. */
  readonly waitMs: number;
  /** Told once that another one is waited for. */
  readonly note: (text: string) => void;
}

/** So long it is between two tries, and until it is said that there is something to wait for, in milliseconds. */
const RETRY_MS = 60;
const PATIENCE_MS = 1_000;

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes a folder for this process alone: by a lock of the system on a database of its own, which ends with the process
 * whatever ends that. Many that read wait for one another: each has it for a moment.
 * @throws InputError where another one holds it for longer, or it can't be written
 */
export async function lockFolder(folder: string, { command, waitMs, note }: Waiting): Promise<Lock> {
  const path = join(folder, 'lock');
  const file = join(folder, 'holder.json');
  const began = performance.now();
  let isTold = false;
  let isMended = false;
  for (;;) {
    const level = new Level(path);
    try {
      await mkdir(path, { recursive: true });
      await level.open();
      await writeFile(file, JSON.stringify({ pid: process.pid, command, since: new Date().toISOString() }));
      return {
        release: async () => {
          await rm(file, { force: true });
          await level.close();
        },
      };
    } catch (error) {
      await level.close();
      const waited = performance.now() - began;
      if (!isLocked(error)) {
        if (isMended || isForbidden(error)) throw unwritable(folder, error);
        // The lock holds nothing: a damaged one is made anew.
        await rm(path, { recursive: true, force: true }).catch(() => {});
        isMended = true;
        continue;
      }
      if (waited > waitMs) throw new InputError(heldBy(folder, await holderOf(file), waitMs));
      if (waited > PATIENCE_MS && !isTold) {
        note(`Waiting for ${nameOf(await holderOf(file))}, which works on the table in ${folder} …`);
        isTold = true;
      }
      // Not all who wait come back at once.
      await pause(RETRY_MS + (process.pid % 10) * 7);
    }
  }
}

async function holderOf(file: string): Promise<Holder | null> {
  try {
    return v.parse(HOLDER, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}

function nameOf(holder: Holder | null): string {
  return holder ? `"${holder.command}" (process ${holder.pid}, since ${holder.since})` : 'another process';
}

function heldBy(folder: string, holder: Holder | null, waitMs: number): string {
  return `The embedded table in ${folder} is in use by ${nameOf(holder)}: waited ${Math.round(waitMs / 1000)} s; try again once that has ended, or work in another folder`;
}

function isLocked(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : { cause: null };
  return cause instanceof Error && 'code' in cause && cause.code === 'LEVEL_LOCKED';
}

/** That a folder can't be locked, or a table in it can't be opened. */
function unwritable(folder: string, error: unknown): InputError {
  return new InputError(
    `The embedded table cannot be kept in ${folder} (${reasonOf(error)}), expected a folder that can be written: move what is in the way, change its permissions, or run with --ephemeral`,
  );
}

/** What is wrong with a table that can't be opened in a folder that was locked. */
export function unusable(folder: string, error: unknown): InputError {
  const why = reasonOf(error);
  // A version that takes no lock, or another program.
  if (isLocked(error)) return new InputError(heldBy(folder, null, 0));
  if (isForbidden(error)) return unwritable(folder, error);
  return new InputError(
    `The embedded table in ${folder} is damaged (${why}): put a copy of the folder back, or move it away and run again; nothing was written to it`,
  );
}

function isForbidden(error: unknown): boolean {
  return /permission|read-only|no space|ENOTDIR|EACCES|EROFS|ENOSPC|EPERM/i.test(reasonOf(error));
}

function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: null };
  return String(cause ?? error).replace(/^Error: /, '');
}
