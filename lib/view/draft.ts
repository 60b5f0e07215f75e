import { Document, isMap, isSeq } from 'yaml';
import type { Draft, DraftedClaim, DraftFault } from '../draft/draft.ts';
import type { Sentence } from '../draft/sentences.ts';
import type { Article, Baseline } from '../model/baseline.ts';
import { plural } from './count.ts';
import { indented, type Screen } from './layout.ts';
import { faultText } from './lint.ts';

/** A draft with the article that it is of. */
export interface DraftedBaseline {
  readonly story: string;
  readonly article: Article;
  readonly draft: Draft;
  readonly sentences: readonly Sentence[];
  readonly feeds: readonly string[];
  /** What drafted it, as people read it. */
  readonly by: string;
}

/** The baseline that a draft comes to. */
export function draftedBaseline({ story, article, draft, feeds }: DraftedBaseline): Baseline {
  return {
    story,
    article,
    claims: draft.claims.map(({ id, text, label }) => ({ id, text, ...(label && { label }) })),
    feeds,
    ungated: [],
    names: draft.names,
  };
}

/** A draft as the lines of a baseline in YAML, each claim below the sentence that it comes from and what is to be mended in it. */
export function draftYaml(drafted: DraftedBaseline): string {
  const { story, article, claims, feeds, names } = draftedBaseline(drafted);
  const { draft, by } = drafted;
  const document = new Document({
    story,
    article,
    claims,
    feeds,
    ...(Object.keys(names).length > 0 && { names }),
  });
  document.commentBefore = ` Drafted by ${by}. Read each claim, mend it, leave it out: what stands here is watched.`;
  const told = document.get('feeds', true);
  if (feeds.length === 0 && isSeq(told))
    told.commentBefore = ' None was found: list those that carry the story.';
  const list = document.get('claims', true);
  for (const [i, item] of (isSeq(list) ? list.items : []).entries()) {
    const claim = draft.claims[i];
    if (claim && isMap(item)) item.commentBefore = commentOf(claim, drafted.sentences);
  }
  const used = new Set(draft.claims.flatMap((claim) => claim.sentences));
  const unused = drafted.sentences.filter(({ number }) => !used.has(number));
  document.comment = [
    ...(draft.leftOut.length > 0 ? [' Left out:'] : []),
    ...draft.leftOut.map(({ text, faults }) => ` - ${text}\n   ${faults.map(draftFaultText).join('; ')}`),
    ...(unused.length > 0 ? [' Sentences without a claim:'] : []),
    ...unused.map(({ number, text }) => ` ${number}. ${text}`),
  ].join('\n');
  return document.toString({ lineWidth: 0 });
}

function commentOf({ sentences, watch, mend }: Draft['claims'][number], all: readonly Sentence[]): string {
  return [
    ...sentences.flatMap((number) => (all[number - 1] ? [` ${number}. ${all[number - 1]?.text}`] : [])),
    ...(watch ? [` changes with: ${watch}`] : []),
    ...mend.map((fault) => ` MEND: ${faultText(fault)}`),
  ].join('\n');
}

/** A draft as somebody at a terminal chooses from it: each claim under its number, with its sentence. */
export function draftView(
  { draft, sentences }: Pick<DraftedBaseline, 'draft' | 'sentences'>,
  screen: Screen,
): string {
  const { paint } = screen;
  const line = (text: string) => indented(text, screen, '     ');
  const toMend = draft.claims.filter(({ mend }) => mend.length > 0).length;
  return [
    ...draft.claims.flatMap((claim, i) => [
      `${paint.bold(String(i + 1).padStart(3))}  ${line(claim.text).trimStart()}`,
      ...sourceLines(claim, sentences).map((text) => line(paint.dim(text))),
      ...claim.mend.map((fault) => line(paint.yellow(`Mend: ${faultText(fault)}`))),
    ]),
    ...draft.leftOut.flatMap(({ text, faults }) => [
      paint.dim(`  -  ${line(text).trimStart()}`),
      line(paint.yellow(`Left out: ${faults.map(draftFaultText).join('; ')}`)),
    ]),
    [
      plural(draft.claims.length, 'claim'),
      ...(toMend > 0 ? [`${toMend} to mend`] : []),
      ...(draft.leftOut.length > 0 ? [`${draft.leftOut.length} left out`] : []),
    ].join(', '),
  ].join('\n');
}

/** The sentences of a claim that differ from it. */
function sourceLines({ sentences, text }: DraftedClaim, all: readonly Sentence[]): string[] {
  return sentences.flatMap((number) => {
    const sentence = all[number - 1]?.text;
    return sentence === undefined || sentence === text ? [] : [`from sentence ${number}: ${sentence}`];
  });
}

/** Why a proposed claim was left out. */
function draftFaultText({ fault, words }: DraftFault): string {
  switch (fault) {
    case 'sentences':
      return 'it names no sentence of the article';
    case 'name':
      return `the name “${words}” stands nowhere in the article`;
    case 'date':
      return `the date “${words}” does not follow from its sentences`;
    case 'figure':
      return `the figure “${words}” does not stand by its sentences`;
    case 'speech':
      return `its sentence says who says so (“${words}”), it does not`;
    case 'hedge':
      return `its sentence leaves it open (“${words}”), it does not`;
    case 'negation':
      return `it and its sentence differ in “${words}”`;
    case 'form':
      return `it has ${words} characters`;
    case 'number':
      return `a draft has at most ${words} claims`;
    case 'twin':
      return `it says the same as “${words}”`;
    default:
      return fault satisfies never;
  }
}
