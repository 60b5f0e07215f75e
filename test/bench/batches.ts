import type { FakeAws } from '../support/aws.ts';
import { deploymentOf } from '../support/deployment.ts';
import { batchOf, type Environment, environmentFor } from './environments.ts';
import { playTable, TABLE } from './played-table.ts';
import { teamOf } from './team.ts';

/**
 * What a batch of ten feeds costs the deployed `check-feeds`, with 1, 28 and 200 stories that all read them: CPU of a
 * whole core, and read units. Prints figures, asserts nothing.
 */

const START = Date.parse('2026-06-01T00:07:00Z');
const MINUTE = 60_000;
const FEEDS = 10;
const ROUNDS = 5;
const numbers = Array.from({ length: FEEDS }, (_, n) => n);

const { bundle } = deploymentOf({}, { bundling: true });
const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const out = (text: string) => process.stdout.write(`${text}\n`);

/** The dispatch's messages for all feeds. */
async function asked(dispatch: Environment, aws: FakeAws, now: number) {
  aws.calls.length = 0;
  await dispatch.call({ all: true }, now);
  return aws.calls
    .filter(({ action }) => action === 'sqs:SendMessageBatch')
    .flatMap(({ body }) => JSON.parse(body).Entries.map((each: { MessageBody: string }) => each.MessageBody))
    .filter((body: string) => 'feed' in JSON.parse(body));
}

out(`\na batch of ${FEEDS} feeds of 40 items, all read by each story: CPU in ms of a whole core, read units`);
out(
  `${'stories'.padEnd(10)}${['start', 'first', 'busy', 'idle', 'units busy', 'idle'].map((name) => name.padStart(12)).join('')}`,
);
for (const count of [1, 28, 200]) {
  const team = await teamOf(count, () => numbers, START);
  const { aws, close } = await playTable(team);
  const local = { LOCAL_FEEDS: team.server.url };
  const dispatch = environmentFor(bundle('Dispatch'), aws, TABLE, local);
  const check = environmentFor(bundle('CheckFeeds'), aws, TABLE, local);
  const busy: number[] = [];
  const idle: number[] = [];
  const units = { busy: 0, idle: 0 };
  let now = START;
  const run = async () => {
    const bodies = await asked(dispatch, aws, now);
    aws.units.read = 0;
    const called = await check.call(batchOf(bodies, now), now);
    return { ...called, units: aws.units.read };
  };
  const first = await run();
  for (let round = 0; round < ROUNDS; round++) {
    now += 60 * MINUTE;
    team.now = now;
    const full = await run();
    busy.push(full.cpuMs);
    units.busy = full.units;
    now += MINUTE / 2;
    const none = await run();
    idle.push(none.cpuMs);
    units.idle = none.units;
  }
  const figures = [first.startMs, first.cpuMs, median(busy), median(idle), units.busy, units.idle];
  out(
    `${String(count).padEnd(10)}${figures.map((figure) => String(Math.round(figure)).padStart(12)).join('')}`,
  );
  for (const each of [dispatch, check]) each.close();
  await close();
}
