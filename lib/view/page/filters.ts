import { html } from 'hono/html';
import type { Standing } from '../../compare/standing.ts';
import { KINDS, type Kind } from '../../model/report.ts';
import { dayIn } from '../dates.ts';
import { mark } from './marks.ts';
import { type Html, PATHS, type Site } from './site.ts';
import {
  type ClaimView,
  capital,
  classOf,
  type RecordView,
  STANDINGS,
  type StoryView,
} from './story-data.ts';

/** What of a story is asked for. Style sheets hide the rest by standing, kind and news; dates and words are matched here. */
export interface Filter {
  readonly standing: string | null;
  readonly kind: string | null;
  /** First reported on this day or later, in the zone of the site: `2025-12-01`; null for all. */
  readonly since: string | null;
  readonly words: string;
  readonly isNew: boolean;
}

/** Whether anything of a story is left by all filters together. */
export function leavesAny({ claims, turns }: StoryView, filter: Filter, zone: string): boolean {
  const { standing, kind, isNew } = filter;
  const isOf = (each: { readonly isNew: boolean }, kinds: readonly string[]) =>
    (kind === null || kinds.includes(kind)) && (!isNew || each.isNew);
  return (
    claims.some(
      (claim) =>
        isWanted(claim, filter, zone) &&
        (standing === null || classOf(claim.standing) === standing) &&
        isOf(
          claim,
          claim.records.map((record) => record.kind),
        ),
    ) ||
    turns.some((turn) => standing === null && isWantedTurn(turn, filter, zone) && isOf(turn, [turn.kind]))
  );
}

/** Whether a claim has a record of the time, and the words in itself or its reports. */
export function isWanted(claim: ClaimView, filter: Filter, zone: string): boolean {
  const { records } = claim;
  return (
    (filter.since === null || records.some((record) => isSince(record, filter, zone))) &&
    holds([claim.claim.text, claim.label, ...records.flatMap(textsOf)], filter.words)
  );
}

/** The same of a turn. */
export function isWantedTurn(turn: RecordView, filter: Filter, zone: string): boolean {
  return isSince(turn, filter, zone) && holds(textsOf(turn), filter.words);
}

function isSince({ firstSeen }: RecordView, { since }: Filter, zone: string): boolean {
  return since === null || dayIn(firstSeen, zone) >= since;
}

function textsOf({ before, after, evidence }: RecordView): string[] {
  return [before, after, ...evidence.flatMap(({ title, quote, source }) => [title, quote, source])];
}

function holds(texts: readonly string[], words: string): boolean {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return true;
  const text = texts.join('\n').toLowerCase();
  return wanted.every((word) => text.includes(word));
}

/** The filters; what they leave out is hidden by the style sheet, so that they work without a script and from a disk. */
export function filterForm(view: StoryView, filter: Filter, site: Site): Html {
  const { claims, counts, turns, news } = view;
  const records = [...claims.flatMap((claim) => claim.records), ...turns];
  const kinds = KINDS.map((kind) => ({ kind, count: records.filter((each) => each.kind === kind).length }));
  return html`<form class="flt" role="search" method="get"${site.editor ? '' : html` data-here`} action="${site.to(PATHS.story(view.slug))}">
<fieldset><legend>Standing</legend>${choice('standing', '', 'All', claims.length, filter.standing)}${STANDINGS.filter((each) => counts[each] > 0).map((each) => choice('standing', each, capital(each), counts[each], filter.standing))}</fieldset>
<fieldset><legend>Kind</legend>${choice('kind', '', 'All', records.length, filter.kind)}${kinds.filter(({ count }) => count > 0).map(({ kind, count }) => choice('kind', kind, capital(kind), count, filter.kind))}</fieldset>
<p><label>Search claims and quotes <input type="search" name="q" value="${filter.words}"></label> <label>Changes since <input type="date" name="since" value="${filter.since ?? ''}"></label>${site.since ? html` <label><input type="checkbox" name="new" value="1"${filter.isNew ? html` checked` : ''}> New <b>${news.length}</b></label>` : ''} <button>Search</button> <a href="${site.to(PATHS.story(view.slug))}">Clear</a></p></form>`;
}

function choice(
  name: 'standing' | 'kind',
  value: Standing | Kind | '',
  text: string,
  count: number,
  chosen: string | null,
): Html {
  const id = value === '' ? '' : classOf(value);
  const isChosen = id === (chosen ?? '');
  return html`<label><input type="radio" name="${name}" value="${id}"${isChosen ? html` checked` : ''}>${value === '' ? '' : mark(value)} ${text} <b>${count}</b></label>`;
}
