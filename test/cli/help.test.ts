import { expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';

test('every command that is listed has its help, with each of its options', async () => {
  const { out } = await claimwatch(['--help']);
  const names = Array.from(out.matchAll(/^ {2}([a-z]+(?: [a-z]+)?) {2,}\S/gm), ([, name = '']) => name);
  expect(names).toHaveLength(33);
  for (const name of names) {
    const ran = await claimwatch([...name.split(' '), '--help']);
    expect(ran).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(new RegExp(`^claimwatch ${name}`)),
    });
    expect(Math.max(...ran.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(118);
  }
});

test('the first word of several lists those that there are', async () => {
  expect(await claimwatch(['feeds', '--help'])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/feeds suggest[\s\S]*feeds check[\s\S]*feeds list[\s\S]*feeds import/),
  });
  expect(await claimwatch(['feeds', 'look'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(
      /^feeds: found "look", expected one of suggest, check, list, acknowledge, import, export/,
    ),
  });
});
