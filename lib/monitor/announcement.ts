import type { Standing } from '../compare/standing.ts';
import type { Claim } from '../model/baseline.ts';
import type { Decision } from '../model/decision.ts';
import type { ChangeRecord } from '../model/report.ts';

/** A claim that stands otherwise than was told before. */
export interface Move {
  readonly id: string;
  readonly claim: Claim;
  readonly before: Standing;
  readonly after: Standing;
}

/** What people and machines are told, each once by each channel; `id` is one word that no other has of its story. */
export type Announcement =
  | {
      /** A record that is new, sure or to be checked by whoever is told. */
      readonly about: 'change';
      readonly id: string;
      readonly record: ChangeRecord;
      /** Null where the record is a turn that no claim foresaw. */
      readonly claim: Claim | null;
      /** It was told before and then taken back. */
      readonly isAgain: boolean;
      /** It was told to be checked before, and is sure now. */
      readonly wasToCheck: boolean;
      /** What it makes of its claim. */
      readonly move: Move | null;
    }
  | {
      /** A record that was told, and that an editor rejected afterwards. */
      readonly about: 'withdrawal';
      readonly id: string;
      readonly record: ChangeRecord;
      readonly claim: Claim | null;
      /** How the first message had it, and when that went out, ISO 8601; null where an older version sent it. */
      readonly told: { readonly as: ChangeRecord['certainty']; readonly at: string | null };
      readonly by: Decision | null;
      readonly move: Move | null;
    }
  | {
      /** A claim that stands otherwise without a record that is new. */
      readonly about: 'standing';
      readonly id: string;
      readonly move: Move;
      /** The record by which it does, told before; null without one. */
      readonly because: ChangeRecord | null;
      /**
       * - `time`: its time went by
       * - `edited`: the claim has another text than when it was told of
       * - `read anew`: what was reported of it counts otherwise than before
       */
      readonly cause: 'time' | 'edited' | 'read anew';
    };

/** The ids of all that an announcement tells. */
export function idsOf(announcement: Announcement): string[] {
  const { id, move } = announcement;
  return move && move.id !== id ? [id, move.id] : [id];
}
