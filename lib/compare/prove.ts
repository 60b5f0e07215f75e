import type { Answer, Finding, FoundTurn } from '../model/answer.ts';
import type { Item } from '../model/item.ts';
import { QUOTE_LENGTH, WORDS_LENGTH } from '../model/limits.ts';
import type { Evidence, Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { valueKey } from '../model/value.ts';
import { dayOf } from '../text/edtf.ts';
import { informativeness } from '../text/frequencies.ts';
import { termsIn } from '../text/terms.ts';
import { termWeights } from './anchors.ts';
import { bounded } from './bounded.ts';
import { PROOFS } from './proof/proofs.ts';
import { quoted } from './proof/quote.ts';
import { CORRECTED } from './value/figure.ts';
import { type Meant, meant } from './value/value.ts';

/** How likely a finding is at most that a proof makes only possible. */
const DOUBTED = 0.7;
/** So many words of a turn's name mark it, the rarest first. */
const MARKS = 3;

/** A finding with what the proofs made of it. */
export interface Proven {
  readonly finding: Finding;
  readonly meant: Meant | null;
  /** The proof that refuses it, by its name, and why; null where it makes a report. */
  readonly refused: { readonly proof: string; readonly why: string } | null;
  /** The proofs that make it only possible. */
  readonly doubted: readonly { readonly proof: string; readonly why: string }[];
  readonly report: Report | null;
}

type Read = Extract<Answer, { outcome: 'read' }>;

/** What a reader found in an item, each finding proven by the item's own words. */
export function prove(
  story: Story,
  item: Item,
  { findings }: Pick<Read, 'findings'>,
  reader: string,
): Proven[] {
  const proven = distinct(findings).map((finding) => proveOne(story, item, finding, reader));
  // Of what an item says twice the likelier word counts.
  const best = new Map<string, Proven>();
  for (const each of proven) {
    const known = each.report && best.get(nameOf(each.report));
    if (each.report && (!known?.report || each.report.evidence.likely > known.report.evidence.likely))
      best.set(nameOf(each.report), each);
  }
  return proven.map((each) =>
    each.report === null || best.get(nameOf(each.report)) === each
      ? each
      : { ...refused(each.finding, 'once', 'the item says it already'), meant: each.meant },
  );
}

/** Each finding once: a model may say one thing forty times. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function nameOf({ claimId, aspect, key }: Report): string {
  return `${claimId} ${aspect} ${key}`;
}

function refused(finding: Finding, proof: string, why: string): Proven {
  return { finding, meant: null, refused: { proof, why }, doubted: [], report: null };
}

function proveOne(story: Story, item: Item, finding: Finding, reader: string): Proven {
  const claim = story.baseline.claims.find(({ id }) => id === finding.claimId);
  const slots = story.slots[finding.claimId];
  if (!claim || !slots) return refused(finding, 'claim', `the story has no claim "${finding.claimId}"`);
  const near = quoted(item, finding.quote);
  if (near === null) return refused(finding, 'quote', 'the words do not stand in the item');
  const words = {
    near,
    all: textOf(item),
    saidOn: dayOf(new Date(item.saidAt)),
  };
  const value = meant(finding, words, slots);
  if (value === null)
    return refused(finding, 'figure', `${finding.value ?? 'no number'} does not stand in the item`);
  const held = { story, claim, slots, item, finding, words, meant: value };
  const faults = PROOFS.flatMap(({ name, failing, fault }) => {
    const why = fault(held);
    return why === null ? [] : [{ proof: name, why, failing }];
  });
  const fatal = faults.find(({ failing }) => failing === 'refused');
  if (fatal) return { ...refused(finding, fatal.proof, fatal.why), meant: value };
  const likely = faults.length > 0 ? Math.min(DOUBTED, finding.likely) : finding.likely;
  return {
    finding,
    meant: value,
    refused: null,
    doubted: faults,
    report: {
      claimId: claim.id,
      aspect: value.aspect,
      key: valueKey(value.value, unitOf(slots, value)),
      evidence: bounded({
        ...evidenceOf(item, reader),
        quote: finding.quote.slice(0, QUOTE_LENGTH),
        kind: finding.kind,
        value: value.value,
        words: ownWords(finding, words.all),
        likely,
        corrects: value.aspect.startsWith('figure:') && CORRECTED.test(near),
      }),
    },
  };
}

/** A reader's value where it is words, not a date or a figure, and all that they tell stands in the item. */
function ownWords({ kind, value }: Finding, text: string): string | null {
  if (value === null || kind === 'revised' || !/\p{L}/u.test(value)) return null;
  return standsIn(value, text) ? value.slice(0, WORDS_LENGTH) : null;
}

function unitOf({ figures }: Story['slots'][string], { aspect }: Meant): string | null {
  return figures.find(({ id }) => aspect === `figure:${id}`)?.unit ?? null;
}

/** The marks of the turns that a reader found, whose words stand in the item. */
export function turnReports(
  { baseline }: Story,
  item: Item,
  turns: readonly FoundTurn[],
  reader: string,
): Report[] {
  const text = textOf(item);
  return turns
    .filter(({ quote }) => quoted(item, quote) !== null)
    .flatMap(({ name: told, quote, likely, marks }) => {
      // A name in other words than the item's is nobody's word: its headline is the item's own.
      const name = standsIn(told, text) ? told : item.title;
      return (marks ?? marksOf(told, baseline)).map((mark): Report => {
        const value = { kind: 'turn', name, mark } as const;
        const words = { quote: quote.slice(0, QUOTE_LENGTH), value, likely };
        const evidence = bounded({ ...evidenceOf(item, reader), ...words });
        return { claimId: null, aspect: 'turn', key: valueKey(value), evidence };
      });
    });
}

/** The rarest words of a turn's name that no claim has: what several reports of it have in common, and the story's other turns have not. */
function marksOf(name: string, baseline: Story['baseline']): string[] {
  const { weights } = termWeights(baseline);
  const own = [...termsIn(name)].filter((term) => !weights.has(term));
  const marks = own
    .toSorted((a, b) => informativeness(b) - informativeness(a) || a.localeCompare(b))
    .slice(0, MARKS);
  return marks.length > 0 ? marks : [name.toLowerCase()];
}

/** Whether all that some words tell stands in a text. */
function standsIn(words: string, text: string): boolean {
  const told = termsIn(text);
  const own = [...termsIn(words)];
  return own.length > 0 && own.every((term) => told.has(term));
}

function textOf({ title, summary, text }: Item): string {
  return [title, summary, text].join('\n');
}

function evidenceOf(item: Item, reader: string): Omit<Evidence, 'quote' | 'value' | 'likely'> {
  const { id: itemId, guid, title, link, source, origin, publishedAt, saidAt, version } = item;
  return {
    itemId,
    guid,
    title,
    link,
    source,
    origin,
    publishedAt,
    saidAt,
    wordedAt: saidAt,
    version,
    reader,
    corrects: false,
    heldAgainst: '',
  };
}
