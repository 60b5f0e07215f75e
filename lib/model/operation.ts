/** What is wrong with a deployment as a whole, in figures. */
export type Condition =
  /** No feed was read when it last should have been. */
  | { readonly kind: 'no feed well'; readonly feeds: number }
  /** A large share of feeds fails at once: the network, rather than a publisher. */
  | { readonly kind: 'many feeds failing'; readonly failing: number; readonly feeds: number }
  /** No feed has brought another document for a day. @param since ISO 8601 */
  | { readonly kind: 'nothing new'; readonly since: string }
  /** More feeds are due than one check may read. */
  | { readonly kind: 'feeds late'; readonly late: number; readonly read: number }
  /** Of a day's budget for models, of all stories or of one, so much is used up. */
  | { readonly kind: 'budget nearly spent'; readonly percent: number }
  | { readonly kind: 'items unpaid'; readonly minutes: number }
  | { readonly kind: 'items wait'; readonly minutes: number }
  /** A receiver wants no more messages. */
  | { readonly kind: 'channel off'; readonly channel: string };

/** A condition that holds since a time, and when it was told; ISO 8601. */
export interface HeldCondition {
  readonly condition: Condition;
  readonly since: string;
  readonly toldAt: string | null;
  /** Since when it does not hold any more, until that is sure to last. */
  readonly goneSince?: string;
}

/** How a deployment goes, as its last dispatch saw it. */
export interface OperationState {
  readonly held: readonly HeldCondition[];
  /** When the schedule last started a check, ISO 8601. */
  readonly checkedAt: string;
  readonly everyMinutes: number;
}

/** What people were told of a failing feed, and said of it. It is of the failure that began at `since`: another one is news. */
export interface FailureNote {
  readonly id: string;
  readonly since: string;
  readonly toldAt: string | null;
  readonly acknowledged: { readonly by: string; readonly at: string; readonly note: string | null } | null;
}
