import { expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';

test('every command has its help', async () => {
  for (const command of ['run', 'changes', 'show', 'story', 'explain', 'answers']) {
    const ran = await claimwatch([command, '--help']);
    expect(ran.out).toContain(`claimwatch ${command}`);
    expect(ran.code).toBe(0);
  }
});
