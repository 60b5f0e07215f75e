import { expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';

test('every command has its help', async () => {
  for (const command of ['run', 'changes', 'show', 'story', 'review', 'undo', 'explain', 'answers export']) {
    const ran = await claimwatch([...command.split(' '), '--help']);
    expect(ran.out).toContain(`claimwatch ${command}`);
    expect(ran.code).toBe(0);
  }
});
