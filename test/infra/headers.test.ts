import { afterEach, expect, test, vi } from 'vitest';
import { createReadFeed } from '../../lib/feed/read-feed.ts';
import { NO_VALIDATORS } from '../../lib/model/feed.ts';
import { loopback } from '../support/loopback.ts';
import { FEED } from '../support/manners.ts';

/** What a publisher is told by the deployed function, with tracing as Lambda switches it on. */

afterEach(() => vi.unstubAllEnvs());

test('a publisher gets no header of the platform', async () => {
  const environment = {
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'CheckFeeds',
    LAMBDA_TASK_ROOT: '/var/task',
    _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1',
    POWERTOOLS_SERVICE_NAME: 'claimwatch',
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const { tracer } = await import('../../functions/telemetry.ts');
  expect(tracer.isTracingEnabled()).toBe(true);
  const server = await loopback((_request, response) => response.end(FEED));
  try {
    const readFeed = createReadFeed({
      userAgent: 'claimwatch/1 (+https://desk.example)',
      loopback: [server.url],
    });
    await readFeed({ id: 'x', url: server.url }, NO_VALIDATORS, new Date('2026-03-05T12:00:00Z'));
  } finally {
    await server.close();
  }
  expect(Object.keys(server.requests[0]?.headers ?? {}).toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'host',
    'user-agent',
  ]);
});
