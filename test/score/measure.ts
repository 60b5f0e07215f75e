import type { Kind } from '../../lib/model/report.ts';
import type { ScoredRecord } from './records.ts';
import type { Development, Gold } from './stream.ts';

/** What is counted in one story; stories together are the sums. */
export interface Counts {
  /** Pairs of an item and a claim that it is said to change. */
  readonly pairs: number;
  readonly goldPairs: number;
  readonly rightPairs: number;
  /** Right pairs of which a kind is right, too. */
  readonly rightKinds: number;
  readonly surePairs: number;
  readonly rightSurePairs: number;
  readonly records: number;
  readonly developments: number;
  /** Records with a development of the same claim and kind that shares an item, one to one. */
  readonly matched: number;
  readonly withValue: number;
  readonly rightValues: number;
  /** Matched developments whose first report is among the evidence. */
  readonly firstReports: number;
  readonly quietItems: number;
  readonly noisyItems: number;
  readonly turns: number;
  readonly foundTurns: number;
  readonly falseTurns: number;
}

/** Shares from 0 to 1; 1 where there was nothing to find. */
export interface Figures {
  readonly pairPrecision: number;
  readonly pairRecall: number;
  readonly pairF1: number;
  readonly kind: number;
  readonly recordPrecision: number;
  readonly recordRecall: number;
  readonly recordF1: number;
  readonly value: number;
  readonly firstReport: number;
  readonly noise: number;
  readonly turns: number;
  readonly surePrecision: number;
  readonly sureRecall: number;
}

export function countsOf(gold: Gold, changes: readonly ScoredRecord[]): Counts {
  const claimed = changes.filter(({ claimId }) => claimId !== null);
  const wanted = gold.developments.filter(({ claim }) => claim !== null);
  const predicted = pairsOf(claimed.map((change) => ({ ...change, guids: guidsOf(change) })));
  const sure = pairsOf(claimed.filter(isSure).map((change) => ({ ...change, guids: guidsOf(change) })));
  const golden = pairsOf(
    wanted.map(({ claim, kind, reports }) => ({ claimId: claim, kind, guids: reports })),
  );
  const right = [...predicted.keys()].filter((pair) => golden.has(pair));
  const matches = match(claimed, wanted);
  const valued = matches.filter(({ development }) => gistOf(development.value) !== null);
  const quiet = Object.keys(gold.items).filter((guid) => gold.items[guid] !== 'develops');
  const reported = new Set(changes.flatMap(guidsOf));
  const turns = gold.developments.filter(({ claim }) => claim === null);
  const foundTurns = changes.filter(({ claimId }) => claimId === null);
  const isTurn = (turn: Development, change: ScoredRecord) =>
    guidsOf(change).some((guid) => turn.reports.includes(guid));
  return {
    pairs: predicted.size,
    goldPairs: golden.size,
    rightPairs: right.length,
    rightKinds: right.filter((pair) => overlap(predicted.get(pair), golden.get(pair))).length,
    surePairs: sure.size,
    rightSurePairs: [...sure.keys()].filter((pair) => golden.has(pair)).length,
    records: claimed.length,
    developments: wanted.length,
    matched: matches.length,
    withValue: valued.length,
    rightValues: valued.filter(
      ({ change, development }) => gistOf(change.value) === gistOf(development.value),
    ).length,
    firstReports: matches.filter(({ change, development }) =>
      guidsOf(change).includes(development.reports[0] ?? ''),
    ).length,
    quietItems: quiet.length,
    noisyItems: quiet.filter((guid) => reported.has(guid)).length,
    turns: turns.length,
    foundTurns: turns.filter((turn) => foundTurns.some((change) => isTurn(turn, change))).length,
    falseTurns: foundTurns.filter((change) => !turns.some((turn) => isTurn(turn, change))).length,
  };
}

function isSure({ certainty }: ScoredRecord): boolean {
  return certainty === 'sure';
}

/** The guids of the items that vouch for a record. */
export function guidsOf({ evidence }: ScoredRecord): string[] {
  return evidence.map(({ guid }) => guid);
}

/** Pairs of item and claim, `guid claim`, each with the kinds that it is said to have. */
export function pairsOf(
  changes: readonly { claimId: string | null; kind: Kind; guids: readonly string[] }[],
): Map<string, Set<Kind>> {
  const pairs = new Map<string, Set<Kind>>();
  for (const { claimId, kind, guids } of changes)
    for (const guid of guids)
      pairs.set(`${guid} ${claimId}`, (pairs.get(`${guid} ${claimId}`) ?? new Set()).add(kind));
  return pairs;
}

function overlap(a: ReadonlySet<Kind> = new Set(), b: ReadonlySet<Kind> = new Set()): boolean {
  return [...a].some((kind) => b.has(kind));
}

/** One record for each development and the other way round, those first whose items agree most. */
function match(changes: readonly ScoredRecord[], developments: readonly Development[]) {
  const likely = changes.flatMap((change) =>
    developments.flatMap((development) => {
      if (development.claim !== change.claimId || development.kind !== change.kind) return [];
      const guids = new Set(guidsOf(change));
      const shared = development.reports.filter((guid) => guids.has(guid)).length;
      const agreement = shared / (guids.size + development.reports.length - shared);
      return shared > 0 ? [{ change, development, agreement }] : [];
    }),
  );
  const taken = new Set<unknown>();
  return likely
    .toSorted((a, b) => b.agreement - a.agreement)
    .filter(({ change, development }) => {
      if (taken.has(change) || taken.has(development)) return false;
      taken.add(change).add(development);
      return true;
    });
}

/** What two values are compared by: the first date or month, else the first number; null where there is neither. */
function gistOf(value: string): string | null {
  const date = /\b\d{4}-\d{2}(?:-\d{2})?\b/.exec(value)?.[0];
  if (date !== undefined) return date;
  const [, name, year] =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{4})\b/i.exec(value) ?? [];
  if (name !== undefined && year !== undefined) {
    const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.toLowerCase()) / 3 + 1;
    return `${year}-${String(month).padStart(2, '0')}`;
  }
  const number = /\d+(?:\.\d+)?/.exec(value.replace(/(\d),(?=\d{3})/g, '$1'))?.[0];
  return number === undefined ? null : String(Number(number));
}

export function sumCounts(counts: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const each of counts)
    for (const [name, count] of Object.entries(each)) sum[name] = (sum[name] ?? 0) + count;
  return sum as unknown as Counts;
}

export function figuresOf(n: Counts): Figures {
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const mean = (a: number, b: number) => (a + b === 0 ? 0 : (2 * a * b) / (a + b));
  const pairPrecision = share(n.rightPairs, n.pairs);
  const pairRecall = share(n.rightPairs, n.goldPairs);
  const recordPrecision = share(n.matched, n.records);
  const recordRecall = share(n.matched, n.developments);
  return {
    pairPrecision,
    pairRecall,
    pairF1: mean(pairPrecision, pairRecall),
    kind: share(n.rightKinds, n.rightPairs),
    recordPrecision,
    recordRecall,
    recordF1: mean(recordPrecision, recordRecall),
    value: share(n.rightValues, n.withValue),
    firstReport: share(n.firstReports, n.matched),
    noise: n.quietItems === 0 ? 0 : n.noisyItems / n.quietItems,
    turns: share(n.foundTurns, n.turns),
    surePrecision: share(n.rightSurePairs, n.surePairs),
    sureRecall: share(n.rightSurePairs, n.goldPairs),
  };
}
