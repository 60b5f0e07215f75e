/**
 * One environment of a deployed function: a process that imports its module when it is first called, has its own clock,
 * and says what CPU each call took, in milliseconds.
 */
const RealDate = Date;
let clock = RealDate.now();
globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [clock]));
  }
  static now() {
    return clock;
  }
};
for (const level of ['log', 'info', 'warn', 'error', 'debug'])
  console[level] = (line) => {
    logged += String(line).length;
  };
let logged = 0;

const used = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

process.on('message', async ({ module, event, now }) => {
  clock = now;
  const start = used();
  const { handler } = await import(module);
  const loaded = used();
  const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 60_000 };
  const told = { startMs: loaded - start };
  try {
    told.result = await handler(event, context);
  } catch (error) {
    told.error = String(error.stack ?? error);
  }
  process.send({ ...told, cpuMs: used() - loaded, logged, heapMb: process.memoryUsage().rss / 1e6 });
  logged = 0;
});
