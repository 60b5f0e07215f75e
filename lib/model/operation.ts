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
  /** Receivers want no more messages. */
  | { readonly kind: 'channel off'; readonly channels: readonly string[] };

/** A condition that holds since a time, and when it was told; ISO 8601. */
export interface HeldCondition {
  readonly condition: Condition;
  readonly since: string;
  readonly toldAt: string | null;
}

/** What people were told of a failing feed, and said of it. It is of the failure that began at `since`: another one is news. */
export interface FailureNote {
  readonly id: string;
  readonly since: string;
  readonly toldAt: string | null;
  readonly acknowledged: { readonly by: string; readonly at: string; readonly note: string | null } | null;
}
