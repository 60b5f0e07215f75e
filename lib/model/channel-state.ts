/** A channel that its receiver has switched off: nothing is sent to that address any more. */
export interface ChannelState {
  readonly name: string;
  /** A digest of the address, so that another one is tried anew. */
  readonly address: string;
  /** ISO 8601. */
  readonly disabledAt: string;
  readonly why: string;
}
