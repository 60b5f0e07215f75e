import { EVERY, playDeployment, START, type Tick } from './played-deployment.ts';

/**
 * Ticks of 200 stories with 5,000 feeds, each story with 25 of its own and 10 that all read. Prints figures, asserts
 * nothing. FEEDS, CONCURRENCY and TICKS make it smaller or larger.
 */

const FEEDS = Number(process.env['FEEDS'] ?? 5_000);
const ENVIRONMENTS = Number(process.env['CONCURRENCY'] ?? 2);
/** Played at their own pace, of which the last ones are shown. */
const TICKS = Number(process.env['TICKS'] ?? 6);
const SHOWN = 2;
const NAMES = ['feeds', 'minutes', 'CPU s', 'GB-s', 'read units', 'write units', 'log KB', 'MB'];

const out = (text: string) => process.stdout.write(`${text}\n`);
function row(name: string, each: Tick): void {
  const { asked, minutes, cpuSeconds, gbSeconds, read, write, logKb, peakMb } = each;
  const figures = [asked, minutes, cpuSeconds, gbSeconds, read, write, logKb, peakMb];
  const cells = figures.map((n) => (n < 100 ? n.toFixed(1) : String(Math.round(n))).padStart(12));
  out(`${name.padEnd(26)}${cells.join('')}`);
}

const played = await playDeployment({ stories: 200, feeds: FEEDS, shared: 10 }, ENVIRONMENTS);
out(`\na tick of ${FEEDS} feeds with 200 stories, ${ENVIRONMENTS} batches at a time, on a virtual clock`);
out(`${''.padEnd(26)}${NAMES.map((name) => name.padStart(12)).join('')}`);
row('all due, all new', await played.tick({ all: true }, START));
let at = START;
for (let i = 1; i <= TICKS; i++) {
  at += EVERY;
  const paced = await played.tick({}, at);
  if (i > TICKS - SHOWN) row(`at their own pace, tick ${i}`, paced);
}
row('all due, an hour and more', await played.tick({ all: true }, at + EVERY));
await played.close();
