import type { Finding } from '../../model/answer.ts';
import type { Claim } from '../../model/baseline.ts';
import type { Item } from '../../model/item.ts';
import type { Slots, Story } from '../../model/story.ts';
import type { Words } from '../value/date.ts';
import type { Meant } from '../value/value.ts';
import { untoldDate } from './date.ts';
import { misfit } from './fit.ts';
import { noNews } from './news.ts';
import { otherParty } from './silence.ts';

/** A finding beside what it is held against. */
export interface Seen {
  readonly story: Story;
  readonly claim: Claim;
  readonly slots: Slots;
  readonly item: Item;
  readonly finding: Finding;
  readonly words: Words;
  readonly meant: Meant;
}

/** What code holds against a finding, whoever its reader is. */
export interface Proof {
  readonly name: string;
  /** A finding that fails is no report, or only a possible one. */
  readonly failing: 'refused' | 'possible';
  /** Why a finding fails; null where it stands. */
  readonly fault: (seen: Seen) => string | null;
}

/** The proofs of a finding whose claim is known, whose quote stands in the item and whose value was worked out. */
export const PROOFS: readonly Proof[] = [
  {
    name: 'news',
    failing: 'refused',
    fault: noNews,
  },
  {
    name: 'silence',
    failing: 'refused',
    fault: otherParty,
  },
  {
    name: 'date',
    failing: 'possible',
    fault: untoldDate,
  },
  {
    name: 'fit',
    failing: 'possible',
    fault: misfit,
  },
];
