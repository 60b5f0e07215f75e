import { EVERY, playDeployment, type Size, START, type Tick } from '../bench/played-deployment.ts';
import { deploymentOf } from '../support/deployment.ts';
import { reportPages } from './pages.ts';
import { PRICES } from './prices.ts';
import { dayOf, reportReading } from './reading.ts';
import { type Amounts, type Month, type Part, reportMonths } from './report.ts';

/**
 * What a month costs, for three sizes of a team. The deployed modules are played on a virtual clock against the wire of
 * AWS, at the feeds' own pace; requests and consumed units are counted there, and what the platform does by itself is
 * added by rule.
 */

const NOTHING = Object.fromEntries(Object.keys(PRICES).map((key) => [key, 0])) as Amounts;

const SIZES: readonly Size[] = [
  { stories: 1, feeds: 20, shared: 20 },
  { stories: 20, feeds: 500, shared: 10 },
  { stories: 200, feeds: 5_000, shared: 10 },
];
/** Ticks that are played after the first one, in which everything is new; the last ones are counted. */
const TICKS = 8;
const COUNTED = 4;
const MINUTES_A_MONTH = 30 * 24 * 60;
const CHECKS_A_MONTH = (MINUTES_A_MONTH * 60_000) / EVERY;
/** Lambda keeps five pollers on a queue, each asking anew after 20 seconds without a message. */
const IDLE_POLLS = (5 * MINUTES_A_MONTH * 60) / 20;
/** E-mails that a story sends in a lively month. */
const MAILS_A_STORY = 40;
/** Items that are kept for two months, of each story, by what passes its gate; and the records. */
const GB_A_STORY = 0.005;

async function monthOf(size: Size): Promise<Month> {
  const played = await playDeployment(size);
  await played.tick({ all: true }, START);
  const ticks: Tick[] = [];
  for (let i = 1; i <= TICKS; i++) ticks.push(await played.tick({}, START + i * EVERY));
  await played.close();
  const counted = ticks.slice(-COUNTED);
  const mean = (of: (each: Tick) => number) =>
    counted.reduce((sum, each) => sum + of(each), 0) / counted.length;
  const monthly = (of: (each: Tick) => number) => CHECKS_A_MONTH * mean(of);
  const { template } = deploymentOf();
  const alarms = Object.keys(template.findResources('AWS::CloudWatch::Alarm')).length;
  const month = {
    ...NOTHING,
    dynamoRead: monthly(({ read }) => read),
    dynamoWrite: monthly(({ write }) => write),
    dynamoStorage: GB_A_STORY * size.stories,
    dynamoBackup: GB_A_STORY * size.stories,
    lambdaRequests: monthly(({ invocations }) => invocations),
    lambdaTime: monthly(({ gbSeconds }) => gbSeconds),
    sqs: monthly(({ sqs }) => sqs) + IDLE_POLLS,
    sns: MAILS_A_STORY * size.stories,
    snsMail: MAILS_A_STORY * size.stories,
    events: MAILS_A_STORY * size.stories,
    schedules: CHECKS_A_MONTH,
    logs: monthly(({ logKb }) => logKb) / 1e6,
    traces: monthly(({ invocations }) => invocations),
    alarms,
  };
  return { size, tick: counted.at(-1) as Tick, month, hosted: hostedOf(size) };
}

/** A request takes so many seconds, and so many go on at a time in one call. */
const REQUEST_SECONDS = 3;
const REQUESTS_AT_ONCE = 10;
const READER_GB = 0.5;
/** An item is put, taken, answered, settled and left waiting in the index; a request’s money is held and spent. */
const WRITES_AN_ITEM = 6;
const WRITES_A_REQUEST = 2;

function hostedOf({ stories, feeds }: Size): Amounts {
  const { items, requests } = dayOf(stories, feeds);
  const asked = [...requests.values()].reduce((sum, count) => sum + count, 0);
  return {
    ...NOTHING,
    sqs: IDLE_POLLS,
    alarms: 1,
    dynamoWrite: 30 * (WRITES_AN_ITEM * items + WRITES_A_REQUEST * asked),
    lambdaTime: (30 * asked * REQUEST_SECONDS * READER_GB) / REQUESTS_AT_ONCE,
  };
}

/** Alarms that a setting adds. */
const alarmsWith = (settings: object) =>
  Object.keys(deploymentOf(settings).template.findResources('AWS::CloudWatch::Alarm')).length -
  Object.keys(deploymentOf().template.findResources('AWS::CloudWatch::Alarm')).length;
/** Metrics that functions keep themselves, where that is wanted; what only a rare event makes is not counted. */
const OWN_METRICS = 10;
/** A try an hour: half a minute of a function, some 30 writes. */
const CANARY = {
  lambdaTime: 720 * 30 * 0.25,
  lambdaRequests: 4 * 720,
  dynamoWrite: 720 * 30,
  metrics: 1,
  schedules: 720,
};
const PARTS: readonly Part[] = [
  { name: '"metrics": true', amounts: { ...NOTHING, metrics: OWN_METRICS } },
  { name: '"alarms": "all"', amounts: { ...NOTHING, alarms: alarmsWith({ alarms: 'all' }) } },
  { name: '"dashboard": true', amounts: { ...NOTHING, dashboards: 1 } },
  { name: '"canary": true', amounts: { ...NOTHING, ...CANARY, alarms: alarmsWith({ canary: true }) } },
  { name: '"page": true', amounts: { ...NOTHING, alarms: alarmsWith({ page: true }) } },
  {
    name: 'a Slack, Teams or webhook channel',
    amounts: {
      ...NOTHING,
      sqs: IDLE_POLLS,
      alarms: alarmsWith({ channels: { s: { type: 'slack', urlParameter: '/claimwatch/s' } } }),
    },
  },
];

const months: Month[] = [];
for (const size of SIZES) months.push(await monthOf(size));
reportMonths(months, PARTS);
await reportPages();
reportReading();
