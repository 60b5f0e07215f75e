import type { Kind } from './report.ts';

/** What a channel of a deployment is told, and when. */
interface Base {
  readonly name: string;
  /** Several announcements go into one message, at set times. */
  readonly isDigest: boolean;
  readonly kinds?: readonly Kind[] | undefined;
  readonly certainty?: 'sure' | 'possible' | undefined;
}

/** A channel as the functions are told of it. */
export type DeployedChannel = Base &
  (
    | { readonly type: 'topic'; readonly topicArn: string }
    | { readonly type: 'sender'; readonly from: string; readonly to: readonly string[] }
    | { readonly type: 'slack' | 'teams'; readonly urlParameter: string }
    | { readonly type: 'webhook'; readonly url: string; readonly secretParameter: string }
  );

/** A channel whose messages go by the queue, which tries them again. */
export type PostedChannel = Extract<DeployedChannel, { readonly type: 'slack' | 'teams' | 'webhook' }>;

export function isPosted(channel: DeployedChannel): channel is PostedChannel {
  return channel.type === 'slack' || channel.type === 'teams' || channel.type === 'webhook';
}
