import * as v from 'valibot';
import type { Baseline } from '../model/baseline.ts';
import { type ChannelSettings, channelSettings, parameterName } from '../model/channels.ts';
import { InputError } from '../model/input-error.ts';
import { KEEP_DAYS } from '../model/item.ts';
import { READER_SETTINGS, settingFault, storyReader, whole } from '../model/reader-settings.ts';
import { zone } from '../model/zone.ts';
import { deployableFaults } from '../readers/deployable.ts';
import { type DeployedReaders, deployedReaders } from './deployed-readers.ts';
import { readStories } from './deployed-stories.ts';

/** What a deployment can be told, under `claimwatch` in the context of cdk.json. */
export interface Settings {
  /** Minutes between two checks. */
  readonly everyMinutes: number;
  /** Who gets every announcement by e-mail. */
  readonly emails: readonly string[];
  /** Who gets the alarms by e-mail; null for nobody. */
  readonly alarmEmail: string | null;
  /** Where publishers find out who reads their feeds: a URL or an e-mail address; null for nowhere. */
  readonly contact: string | null;
  /** So many batches of feeds are read at the same time, at most. */
  readonly concurrency: number;
  /** So many feeds are read in one check, at most. */
  readonly maxFeeds: number;
  /** The figures of the work are kept as metrics of CloudWatch. */
  readonly metrics: boolean;
  /** What CloudWatch rings for: where nothing is done any more, or also for each function that fails, is throttled or late. */
  readonly alarms: 'essential' | 'all';
  /** One dashboard with what is measured. */
  readonly dashboard: boolean;
  /** Once an hour a story of its own goes through the whole chain, and what that takes is measured. */
  readonly canary: boolean;
  /** Days for which items are kept that a story's gate let through. */
  readonly keepDays: number;
  /** Days for which logs are kept. */
  readonly logDays: (typeof LOG_DAYS)[number];
  /** What becomes of the table when the stack is removed. */
  readonly onRemoval: 'retain' | 'destroy';
  /** The stories to watch. */
  readonly stories: readonly Baseline[];
  /** What judges them. */
  readonly readers: DeployedReaders;
  /** The stories are served as pages, to those who were given a link. */
  readonly page: boolean;
  /** So many of their requests are answered at the same time, at most; null where nothing is set aside for them. */
  readonly pageConcurrency: number | null;
  /** In which times are shown, by its IANA name. */
  readonly zone: string;
  /** By what it announces besides `emails`, by their names. */
  readonly channels: Readonly<Record<string, ChannelSettings>>;
  /** The SSM SecureString with the key of an OpenAI-compatible provider; null where it needs none. */
  readonly keyParameter: string | null;
}

/** The spans for which CloudWatch keeps logs, up to a year, in days. */
const LOG_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365] as const;

/** Spans into which an hour or a day divides evenly, in minutes. */
const EVERY = [5, 6, 10, 12, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440] as const;

const address = v.pipe(v.string('an e-mail address'), v.email('an e-mail address'));

const contact = v.union(
  [v.pipe(v.string(), v.url(), v.startsWith('http')), v.pipe(v.string(), v.email())],
  'a URL or an e-mail address',
);

const ENTRIES = {
  everyMinutes: v.optional(v.picklist(EVERY, `one of ${EVERY.join(', ')}`), 15),
  emails: v.optional(
    v.pipe(
      v.array(address, 'a list of e-mail addresses'),
      v.check((all) => new Set(all).size === all.length, 'each address once'),
    ),
    [],
  ),
  alarmEmail: v.optional(v.nullable(address), null),
  contact: v.optional(v.nullable(contact), null),
  concurrency: v.optional(whole(2, 50), 2),
  maxFeeds: v.optional(whole(1, 5000), 500),
  metrics: v.optional(v.boolean('true or false'), false),
  alarms: v.optional(v.picklist(['essential', 'all'], '"essential" or "all"'), 'essential'),
  dashboard: v.optional(v.boolean('true or false'), false),
  canary: v.optional(v.boolean('true or false'), false),
  keepDays: v.optional(whole(7, 365), KEEP_DAYS),
  logDays: v.optional(v.picklist(LOG_DAYS, `one of ${LOG_DAYS.join(', ')}`), 30),
  onRemoval: v.optional(v.picklist(['retain', 'destroy'], '"retain" or "destroy"'), 'retain'),
  stories: v.optional(v.array(v.string('the path of a baseline file'), 'a list of baseline files')),
  page: v.optional(v.boolean('true or false'), false),
  pageConcurrency: v.optional(v.nullable(whole(1, 100)), null),
  zone: v.optional(zone, 'UTC'),
  channels: channelSettings,
  ...READER_SETTINGS,
  reader: v.optional(v.nullable(storyReader), null),
  keyParameter: v.optional(v.nullable(parameterName), null),
};

const SETTINGS = v.strictObject(ENTRIES, (issue) =>
  issue.expected === 'never'
    ? `one of the settings ${Object.keys(ENTRIES).join(', ')}`
    : 'an object of settings',
);

/**
 * The settings of a deployment from untrusted data, with the stories that they name read.
 * @param context what cdk.json, or `-c claimwatch=JSON`, has under `claimwatch`
 * @param folder where paths of stories start, and whose `baseline/` is loaded where none are named
 * @param file where they stand, for whoever is to mend them
 * @throws InputError that names each wrong key, its value and what is allowed
 */
export function readSettings(context: unknown, folder: string, file = 'cdk.json'): Settings {
  const data = fromText(context);
  const result = v.safeParse(Array.isArray(data) ? v.never('an object of settings') : SETTINGS, data);
  if (!result.success) {
    const faults = result.issues.map((issue) => settingFault(issue, 'claimwatch'));
    throw new InputError(`The settings cannot be used:\n${faults.join('\n')}\nMend them in ${file}.`);
  }
  const { output } = result;
  const stories = readStories(output.stories, folder);
  const readers = deployedReaders(output, stories);
  if ('faults' in readers)
    throw new InputError(
      `The readers of stories cannot be used:\n${readers.faults.map((fault) => `  ${fault}`).join('\n')}\nMend them in ${file} or in the baselines.`,
    );
  const channels = ['mail', ...Object.keys(output.channels)].map((name) => ({ name, since: null }));
  const deployment = { stack: 'this one', settings: readers.told, readers: readers.names, channels };
  const faults = stories.flatMap((story) => deployableFaults(story, deployment));
  if (faults.length > 0)
    throw new InputError(
      `The stories cannot be deployed:\n${faults.map((fault) => `  ${fault}`).join('\n')}\nMend them in ${file} or in the baselines.`,
    );
  return { ...output, stories, readers };
}

/** The name of the stack, from `-c stackName=…`, else by its stage; several can stand side by side. @throws InputError for what CloudFormation refuses */
export function readStackName(context: unknown, stage: string | null = null): string {
  if (context === undefined) return stage === null ? 'Claimwatch' : `Claimwatch-${stage}`;
  if (typeof context === 'string' && /^[a-z][a-z\d-]{0,127}$/i.test(context)) return context;
  throw new InputError(
    `stackName: found ${JSON.stringify(context)}, expected a letter and then at most 127 letters, digits and hyphens`,
  );
}

/** Context that is given on the command line arrives as text. */
export function fromText(context: unknown): unknown {
  if (typeof context !== 'string') return context ?? {};
  try {
    return JSON.parse(context);
  } catch {
    return context;
  }
}
