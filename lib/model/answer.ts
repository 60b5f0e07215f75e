import type { Article, Claim } from './baseline.ts';
import type { Item } from './item.ts';
import type { Aspect, Kind } from './report.ts';

/** What a reader is asked: an item that a story's gate let through, and the article's claims. */
export interface Asked {
  /** The story's slug: whose budget pays. No model sees it. */
  readonly story: string;
  readonly article: Article;
  readonly claims: readonly Claim[];
  readonly item: Item;
}

/** A reader's word: this item says that about this claim. Nothing of it is believed before compare/ has proven it. */
export interface Finding {
  readonly claimId: string;
  readonly kind: Exclude<Kind, 'new'>;
  /** What it changed to: an ISO date, month or span, a bare number, `+2` for what is added, or a few words; null where the reader gives none. */
  readonly value: string | null;
  /** The item's own words that carry the change. */
  readonly quote: string;
  /** How likely it is right, from 0 to 1, as measured for its reader. */
  readonly likely: number;
  /** Which figure of its claim is meant, where the reader tells. */
  readonly aspect?: Aspect;
}

/** A turn of weight that no claim foresaw. */
export interface FoundTurn {
  readonly name: string;
  readonly quote: string;
  readonly likely: number;
  /** The words that mark it, where the reader tells; else those of its name. */
  readonly marks?: readonly string[];
}

/** The tokens that a request took. */
export interface Usage {
  /** Of these, `cached` were read from the provider's cache, and `written` into it. */
  readonly input: number;
  readonly cached: number;
  readonly written: number;
  readonly output: number;
}
export const NO_USAGE: Usage = { input: 0, cached: 0, written: 0, output: 0 };

/** What a reader says about one item; an item that could not be judged is `failed`, never empty. */
export type Answer =
  | {
      readonly outcome: 'read';
      readonly findings: readonly Finding[];
      readonly turns: readonly FoundTurn[];
    }
  | {
      readonly outcome: 'failed';
      readonly why: string;
      readonly retry: boolean;
      /** What is wrong may be the item's own, asked about alone: after a few such tries it is given up. */
      readonly isItsOwn?: boolean;
      /** The provider has too many requests: no item's fault. */
      readonly isBusy?: boolean | undefined;
      /** It was not asked about: the day's budget has no room, it costs more than the limit, or the provider is down. */
      readonly unsent?: 'budget' | 'limit' | 'provider' | undefined;
      /** It took too long here: it alone, or with the others of its feed. */
      readonly overran?: 'item' | 'feed';
    };

/** What tells readers and their worth apart. */
export interface ReaderIdentity {
  /** Its name, version and a digest of all that shapes its answers. */
  readonly id: string;
  /** How its findings are weighed: where this changes, what is kept is judged again. */
  readonly worth: string;
}

/** What judges whether and how items change claims. */
export interface Reader extends ReaderIdentity {
  /** Judges each item by itself; answers in the order asked; rejects only where the table does. @param asked of one story and one feed */
  read(asked: readonly Asked[], signal?: AbortSignal): Promise<readonly Answer[]>;
}
