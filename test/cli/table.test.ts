import { expect, test } from 'vitest';
import { openLocalTable } from '../../lib/store/local-table.ts';
import { claimwatch } from '../support/cli.ts';

test('a table that does not exist is named, with its region', async () => {
  const local = await openLocalTable('claimwatch', null);
  const before = { ...process.env };
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: local.endpoint,
    AWS_REGION: 'eu-nowhere-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  });
  const ran = await claimwatch(['changes', '--table', 'missing']);
  process.env = before;
  await local.close();
  expect(ran.err).toContain('There is no table "missing" in eu-nowhere-1');
  expect(ran.code).toBe(1);
});
