import * as v from 'valibot';
import { isLoopback } from './loopback.ts';
import { channelName, type Route, WANTED, type Wanted } from './route.ts';
import type { Story } from './story.ts';

/** A way by which a deployment tells of changes, as its settings have it. No secret is in it: where it lies is. */

const address = v.pipe(v.string('an e-mail address'), v.email('an e-mail address'));
const addresses = v.pipe(
  v.array(address, 'a list of e-mail addresses'),
  v.minLength(1, 'at least one e-mail address'),
  v.check((all) => new Set(all).size === all.length, 'each address once'),
);

const TIME = 'a time of day, like "07:30"';
const times = v.pipe(
  v.array(v.pipe(v.string(TIME), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, TIME)), `a list, each ${TIME}`),
  v.minLength(1, `at least one ${TIME.slice(2)}`),
  v.maxLength(24, 'at most 24 times a day'),
  v.check((all) => new Set(all).size === all.length, 'each time once'),
);

const PARAMETER = 'the name of an SSM parameter, like /claimwatch/slack';
/** Where a SecureString lies. */
export const parameterName = v.pipe(v.string(PARAMETER), v.regex(/^\/[\w./-]{1,1000}$/, PARAMETER));

const URL = 'an https URL, or one on this machine';
const url = v.pipe(
  v.string(URL),
  v.check((text) => {
    const parsed = globalThis.URL.parse(text);
    return (
      parsed !== null && !parsed.username && (parsed.protocol === 'https:' || isLoopback(parsed.hostname))
    );
  }, URL),
);

const digest = { digest: v.optional(times) };

const CHANNEL = v.variant(
  'type',
  [
    v.strictObject({
      type: v.literal('email'),
      to: addresses,
      from: v.optional(address),
      ...digest,
      ...WANTED,
    }),
    v.strictObject({ type: v.literal('slack'), urlParameter: parameterName, ...digest, ...WANTED }),
    v.strictObject({ type: v.literal('teams'), urlParameter: parameterName, ...digest, ...WANTED }),
    v.strictObject({ type: v.literal('webhook'), url, secretParameter: parameterName, ...WANTED }),
  ],
  'a channel with a type: email, slack, teams or webhook, and what belongs to that',
);
export type ChannelSettings = v.InferOutput<typeof CHANNEL>;

/** Names that are taken: of a deployment's own channels, of a watch, and of what else the row of a notice has. */
const TAKEN = ['mail', 'bus', 'watch', 'preview', 'pk', 'sk', 'version'];

/** The channels of a deployment, by their names. */
export const channelSettings = v.optional(
  v.pipe(
    v.record(channelName, CHANNEL, 'channels by their names'),
    v.check((all) => TAKEN.every((name) => !(name in all)), `other names than ${TAKEN.join(', ')}`),
  ),
  {},
);

/** Of what two origins report, two in three is right by the rules, of what one does, one in four to two in five (lib/readers/rules/likely.ts). */
const ORIGINS_TO_CHECK = 2;

/** All kinds, and also what is to be checked. */
export const ALL: Wanted = { kinds: null, origins: ORIGINS_TO_CHECK };

/** What a channel is told of a story: what the story says of it, else what the channel does; null where the story names others only. */
export function wantedBy(
  name: string,
  own: Omit<Route, 'channel'>,
  { baseline: { notify } }: Pick<Story, 'baseline'>,
): Wanted | null {
  const route = notify === undefined ? own : notify.find(({ channel }) => channel === name);
  if (route === undefined) return null;
  const certainty = route.certainty ?? own.certainty ?? 'possible';
  return {
    kinds: route.kinds ?? own.kinds ?? null,
    origins: certainty === 'possible' ? ORIGINS_TO_CHECK : null,
  };
}
