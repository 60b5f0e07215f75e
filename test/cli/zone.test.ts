import { mkdir, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { claimwatch } from '../support/cli.ts';
import { run, useNewsroom } from '../support/newsroom.ts';

useNewsroom();
beforeAll(async () => void (await claimwatch(run())));

describe('times are shown in the zone', () => {
  const first = async (...options: string[]) => {
    const { out } = await claimwatch([
      'changes',
      '--claim',
      'storm-toll',
      '--format',
      'markdown',
      ...options,
    ]);
    return /\d{4}-\d\d-\d\d \d\d:\d\d [\w+:]+/.exec(out)?.[0];
  };

  test('of the system, of the setting before it, of the option before both', async () => {
    expect(await first()).toBe('2026-03-03 12:00 UTC');
    await mkdir('.claimwatch', { recursive: true });
    await writeFile('.claimwatch/settings.yaml', 'zone: Europe/Berlin\n');
    expect(await first()).toBe('2026-03-03 13:00 CET');
    expect(await first('--zone', 'Pacific/Auckland')).toBe('2026-03-04 01:00 GMT+13');
  });

  test('and their days with them', async () => {
    const { out } = await claimwatch(['changes', '--claim', 'storm-toll', '--zone', 'Pacific/Auckland']);
    expect(out).toMatch(/2026-03-04 +storm-toll/);
    expect((await claimwatch(['story', 'island-bridge', '--zone', 'Asia/Tokyo'])).out).toContain(
      '2026-03-02 17:00 GMT+9',
    );
  });

  test('what is kept, and what machines read, stays in UTC', async () => {
    const { out } = await claimwatch(['changes', '--claim', 'storm-toll', '--json', '--zone', 'Asia/Tokyo']);
    expect(JSON.parse(out).changes[0].firstSeen).toBe('2026-03-03T12:00:00.000Z');
  });

  test('a zone that is none is refused, as an option and as a setting', async () => {
    expect(await claimwatch(['changes', '--zone', 'Mars/Base'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--zone: found "Mars\/Base", expected a time zone like Europe\/Kyiv/),
    });
    await writeFile('.claimwatch/settings.yaml', 'zone: Mars/Base\neditor: ""\n');
    expect((await claimwatch(['changes'])).err).toMatch(
      /editor: found "", expected a name of up to 80 characters[\s\S]*zone: found "Mars\/Base", expected a time zone/,
    );
  });
});
