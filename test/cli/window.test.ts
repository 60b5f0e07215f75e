import { describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom } from '../support/newsroom.ts';

useNewsroom();

describe('on any window', () => {
  test.each([40, 60, 80, 110, 200])('of %i columns no line is wider', async (width) => {
    await claimwatch(run());
    const { out: json } = await claimwatch(['changes', '--json']);
    const hash = JSON.parse(json).changes[0].id;
    for (const argv of [['changes'], ['show', hash], ['story', 'island-bridge']]) {
      const { out } = await claimwatch(argv, { width });
      const long = out
        .split('\n')
        .filter((line) => line.length > width && !/https?:\/\/|island-bridge\./.test(line));
      expect(long).toEqual([]);
    }
  });

  test('colours are there only where they are wanted', async () => {
    const csi = '\u001b[';
    expect((await claimwatch(['changes'], { colors: true })).out).toContain(csi);
    expect((await claimwatch(['changes'])).out).not.toContain(csi);
  });
});
