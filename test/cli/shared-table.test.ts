import { describe, expect, test, vi } from 'vitest';
import { sharedTable } from '../../lib/cli/shared-table.ts';
import type { OpenTable } from '../../lib/cli/table.ts';

/** A table that notes when it is opened and closed. */
function watched(fails = 0) {
  const told: string[] = [];
  let left = fails;
  const open = async (): Promise<OpenTable> => {
    left -= 1;
    if (left >= 0) throw new Error('in use');
    told.push('open');
    return { records: {} as never, notices: {} as never, close: async () => void told.push('close') };
  };
  return { told, table: sharedTable({}, open) };
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a table that is shared', () => {
  test('is opened once for work that overlaps, and let go a while after the last', async () => {
    const { told, table } = watched();
    await Promise.all([table.use(() => pause(20)), table.use(() => pause(40)), table.use(() => pause(5))]);
    await table.use(async () => {});
    expect(told).toEqual(['open']);
    await vi.waitFor(() => expect(told).toEqual(['open', 'close']), 5_000);
    await table.use(async () => {});
    await table.close();
    expect(told).toEqual(['open', 'close', 'open', 'close']);
  });

  test('that could not be opened is tried anew, and each work is told', async () => {
    const { told, table } = watched(1);
    await expect(table.use(async () => {})).rejects.toThrow('in use');
    await table.use(async () => {});
    await table.close();
    expect(told).toEqual(['open', 'close']);
  });

  test('is closed after the work under way, which may fail', async () => {
    const { told, table } = watched();
    const failing = table.use(async () => {
      await pause(30);
      told.push('worked');
      throw new Error('no');
    });
    const closed = table.close();
    await expect(failing).rejects.toThrow('no');
    await closed;
    expect(told).toEqual(['open', 'worked', 'close']);
  });
});
