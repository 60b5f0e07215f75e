import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { at, emptyTable, failedOf, invoke, kept, message, story, useDeployed } from '../support/deployed.ts';

useDeployed();

describe('check-feeds, where the table or the function fails', () => {
  test('a throttled table gives the messages back; the next delivery loses nothing and doubles nothing', async () => {
    await at.records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    const undisturbed = await kept();
    await emptyTable();
    await at.records.saveStory(story(['/a', '/b']));
    let writes = 0;
    at.aws.fault = ({ action }) => {
      if (action !== 'dynamodb:UpdateItem') return null;
      writes += 1;
      return writes > 2 ? { status: 400, error: 'ThrottlingException' } : null;
    };
    // Where all of a batch fails the function does, so that its alarm rings; the queue keeps every message.
    await expect(invoke('CheckFeeds', { Records: [message('/a'), message('/b')] })).rejects.toThrow(
      'All records failed processing',
    );
    at.aws.fault = () => null;
    expect(failedOf(await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] }))).toEqual([]);
    expect(await kept()).toEqual(undisturbed);
  }, 30_000);

  test('a function that dies half-way is made good by the next delivery', async () => {
    await at.records.saveStory(story(['/a', '/b']));
    await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
    const undisturbed = await kept();
    for (const deadly of [1, 2, 3]) {
      await emptyTable();
      await at.records.saveStory(story(['/a', '/b']));
      const dying = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `const { handler } = await import(${JSON.stringify(at.deployment.bundle('CheckFeeds'))}); await handler(${JSON.stringify({ Records: [message('/a'), message('/b')] })}, { getRemainingTimeInMillis: () => 120_000 });`,
        ],
        { stdio: 'ignore' },
      );
      let writes = 0;
      at.aws.fault = ({ action }) => {
        if (action !== 'dynamodb:UpdateItem') return null;
        writes += 1;
        if (writes >= deadly) dying.kill('SIGKILL');
        return null;
      };
      const [, signal] = await once(dying, 'exit');
      expect(signal).toBe('SIGKILL');
      at.aws.fault = () => null;
      await invoke('CheckFeeds', { Records: [message('/a'), message('/b')] });
      expect(await kept()).toEqual(undisturbed);
    }
  }, 30_000);
});
