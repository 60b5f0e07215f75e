import * as v from 'valibot';
import { KINDS, type Kind } from './report.ts';

/** From which certainty on a channel is told: only what is sure, or also what two outlets report and is to be checked. */
const CERTAINTIES = ['sure', 'possible'] as const;

const CHANNEL = 'the name of a channel, of small letters, digits and hyphens';
/** How channels are called: an attribute of a notice has its name. */
export const channelName = v.pipe(
  v.string(CHANNEL),
  v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, CHANNEL),
  v.maxLength(40, CHANNEL),
);

/** What of a story's changes is wanted. */
export const WANTED = {
  kinds: v.optional(v.array(v.picklist(KINDS, `kinds of change: ${KINDS.join(', ')}`), 'a list of kinds')),
  certainty: v.optional(v.picklist(CERTAINTIES, 'sure or possible')),
};

const ROUTE = v.union(
  [
    v.pipe(
      channelName,
      v.transform((channel) => ({ channel })),
    ),
    v.strictObject({ channel: channelName, ...WANTED }),
  ],
  'a channel by its name, or { channel, kinds, certainty }',
);

/** Who is told of a story, in place of all channels. */
export const routes = v.array(ROUTE, 'a list of channels');

/** A channel that is told of a story, and of what. */
export interface Route {
  readonly channel: string;
  readonly kinds?: readonly Kind[] | undefined;
  readonly certainty?: (typeof CERTAINTIES)[number] | undefined;
}

/** What of a story's changes a channel is told. */
export interface Wanted {
  /** Null for all kinds, and for what only time brings about. */
  readonly kinds: readonly Kind[] | null;
  /** What is only possible is told as well, to be checked, where so many origins report it; null where only what is sure is told. */
  readonly origins: number | null;
}
