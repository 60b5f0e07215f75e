import { html } from 'hono/html';
import { bounds } from '../../text/edtf.ts';
import { anchorOf } from './record.ts';
import type { Html, Site } from './site.ts';
import { type ClaimView, classOf, type RecordView, type StoryView } from './story-data.ts';
import { dayText } from './words.ts';

/** In pixels: a claim's row, as high as its line in the list beside, and the axis above. */
const ROW = 28;
const DAY_MS = 24 * 3_600_000;
/** In percent of the width: where the first and the last day stand, and how far two marks of a claim keep apart. */
const FIRST = 3;
const LAST = 96;
const APART = 3.4;
/** Steps of the axis, in days: the smallest that gives so many ticks at most. */
const STEPS = [1, 2, 4, 7, 14, 30, 61, 91, 182, 365, 730];
const MOST_TICKS = 4;
const LONG_DAYS = 200;

interface Axis {
  /** @returns percent of the width, to a tenth */
  readonly at: (instant: string) => number;
  readonly ticks: readonly string[];
  readonly isLong: boolean;
}

/** From the day of publication to the last change. */
function axisOf({ story, lastChange }: StoryView): Axis {
  const start = Date.parse(story.baseline.article.publishedAt);
  const end = Math.max(Date.parse(lastChange ?? '') || start, start + DAY_MS);
  const at = (instant: string) => {
    const share = (Date.parse(instant) - start) / (end - start);
    return Math.round(10 * (FIRST + (LAST - FIRST) * Math.min(1, Math.max(0, share)))) / 10;
  };
  const days = (end - start) / DAY_MS;
  const step = STEPS.find((each) => days / each <= MOST_TICKS) ?? days / MOST_TICKS;
  const count = Math.floor(days / step) + 1;
  const ticks = Array.from({ length: count }, (_, i) => new Date(start + i * step * DAY_MS).toISOString());
  return { at, ticks, isLong: days > LONG_DAYS };
}

/**
 * The story in one picture: claims down, days across, a mark for each change, which leads to it. For those who see it; all of
 * it stands in the table beside.
 */
export function strip(view: StoryView, site: Site): Html {
  const { at, ticks, isLong } = axisOf(view);
  const height = ROW * view.claims.length;
  const newFrom = hasBand(view, site) ? at(site.since?.toISOString() ?? '') : null;
  return html`<svg class="strip" aria-hidden="true" height="${height + ROW}"><svg y="${ROW}" height="${height}" class="plot">${newFrom === null ? '' : html`<rect class="since" x="${newFrom}%" width="${100 - newFrom}%" height="100%"/>`}${ticks.map((tick) => html`<line class="tick" x1="${at(tick)}%" x2="${at(tick)}%" y2="100%"/>`)}${view.claims.map((claim, i) => row(claim, ROW * (i + 0.5), at, site))}</svg>${ticks.map((tick, i) => html`<text class="${i === 0 ? 'first' : i === ticks.length - 1 ? 'last' : ''}" x="${i === 0 ? 0 : at(tick)}%" y="18">${tickText(tick, isLong, site)}</text>`)}</svg>`;
}

/** `25 Nov`, or over more than a season `Nov 2025`. */
function tickText(tick: string, isLong: boolean, { zone }: Site): string {
  const text = dayText(tick, zone);
  return isLong ? text.slice(text.indexOf(' ') + 1) : text.slice(0, -5);
}

function row(claim: ClaimView, y: number, at: Axis['at'], site: Site): Html {
  const end = heldUntil(claim);
  const marks = spread(claim.records, at);
  return html`<g class="row ${classesOf(claim)}"><line x1="${FIRST}%" x2="${end === null ? 100 : at(end)}%" y1="${y}" y2="${y}"/>${marks.map(({ record, x }) => changeMark(record, x, y, site))}</g>`;
}

/** Until when a claim held, as far as is known; null where it does. */
function heldUntil({ standing, records, due }: ClaimView): string | null {
  if (standing === 'overtaken')
    return records.findLast(({ certainty }) => certainty === 'sure')?.firstSeen ?? null;
  return standing === 'lapsed' && due ? `${bounds(due)[1]}T23:59:59Z` : null;
}

/** Marks of one row side by side, where several changes came within hours. */
function spread(records: readonly RecordView[], at: Axis['at']) {
  let last = Number.NEGATIVE_INFINITY;
  const placed = records.map((record) => {
    last = Math.max(at(record.firstSeen), last + APART);
    return { record, x: last };
  });
  // What does not fit at the end moves back.
  let limit = LAST + APART / 2;
  return placed
    .toReversed()
    .map(({ record, x }) => {
      const own = Math.min(x, limit);
      limit = own - APART;
      return { record, x: Math.round(10 * Math.max(0, own)) / 10 };
    })
    .toReversed();
}

function changeMark(record: RecordView, x: number, y: number, { zone }: Site): Html {
  const { kind, certainty, firstSeen, after } = record;
  return html`<a tabindex="-1" href="#${anchorOf(record)}" class="${classOf(kind)}"><title>${dayText(firstSeen, zone)}, ${certainty === 'possible' ? 'possibly ' : ''}${kind}: ${after}</title>${certainty === 'possible' ? html`<use href="#maybe" x="${x}%" y="${y}"/>` : ''}<use href="#${kind}" x="${x}%" y="${y}"/></a>`;
}

/** What the filters go by. */
export function classesOf({ standing, records, isNew }: ClaimView): string {
  const kinds = new Set(records.map(({ kind }) => `k-${kind}`));
  return [classOf(standing), ...kinds, ...(isNew ? ['is-new'] : [])].join(' ');
}

/** The same day by day, in the picture's place for those who do not see it. */
export function dayTable(view: StoryView, site: Site): Html {
  const days = new Map<string, RecordView[]>();
  const all = [...view.claims.flatMap(({ records }) => records), ...view.turns];
  for (const record of all.toSorted((a, b) => a.firstSeen.localeCompare(b.firstSeen))) {
    const day = dayText(record.firstSeen, site.zone);
    days.set(day, [...(days.get(day) ?? []), record]);
  }
  const links = (records: readonly RecordView[]) =>
    html`${records.map((record, i) => html`${i > 0 ? ', ' : ''}<a href="#${anchorOf(record)}">${record.label ?? record.after}: ${record.kind}</a>`)}`;
  const of = (records: readonly RecordView[], wanted: RecordView['certainty']) =>
    links(records.filter(({ certainty }) => certainty === wanted));
  return html`<details class="tab"><summary>As a table, day by day</summary><table><thead><tr><th scope="col">Day</th><th scope="col">Claim and change</th><th scope="col">Possible</th></tr></thead><tbody>${[...days].map(([day, records]) => html`<tr><th scope="row">${day}</th><td>${of(records, 'sure')}</td><td>${of(records, 'possible')}</td></tr>`)}</tbody></table></details>`;
}

/** Whether what is new came after the last look by its own time: what was read late stands among the old. */
function hasBand({ news, lastChange }: StoryView, { since }: Site): boolean {
  return since !== null && news.length > 0 && since.toISOString() < (lastChange ?? '');
}

/** What the shapes mean. */
export function legend(view: StoryView, site: Site): Html {
  return html`<p class="cap"><svg class="m ring" aria-hidden="true"><use href="#maybe"/></svg> In a dashed ring: possible, not yet decided. A line runs while its claim holds.${hasBand(view, site) ? ' Shaded: since then.' : ''}</p>`;
}
