import * as v from 'valibot';
import type { Kind } from './report.ts';
import { channelName, type Route, WANTED } from './route.ts';
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
      parsed !== null &&
      !parsed.username &&
      (parsed.protocol === 'https:' || /^(?:localhost|127\.\d+\.\d+\.\d+)$/.test(parsed.hostname))
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

/** Names that a deployment gives itself. */
const OWN = ['mail', 'bus'];

/** The channels of a deployment, by their names. */
export const channelSettings = v.optional(
  v.pipe(
    v.record(channelName, CHANNEL, 'channels by their names'),
    v.check((all) => OWN.every((name) => !(name in all)), `other names than ${OWN.join(' and ')}`),
  ),
  {},
);

/** What of the changes is told. */
interface Wants {
  readonly kinds?: readonly Kind[] | undefined;
  readonly certainty?: 'sure' | 'possible' | undefined;
}

/** What a channel is told of a story: what the story says of it, else what the channel does; null where the story names others only. */
export function wantedBy(
  name: string,
  own: Wants,
  { baseline: { notify } }: Pick<Story, 'baseline'>,
): { readonly kinds: readonly Kind[] | null; readonly certainty: 'sure' | 'possible' } | null {
  const route = routeOf(name, notify);
  if (route === null) return null;
  return {
    kinds: route.kinds ?? own.kinds ?? null,
    certainty: route.certainty ?? own.certainty ?? 'possible',
  };
}

function routeOf(name: string, notify: readonly Route[] | undefined): Wants | null {
  if (notify === undefined) return {};
  return notify.find(({ channel }) => channel === name) ?? null;
}
