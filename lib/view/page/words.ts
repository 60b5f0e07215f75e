import { html } from 'hono/html';
import { wordDate } from '../../text/word-date.ts';
import { plural } from '../count.ts';
import { minuteOf } from '../dates.ts';
import { wordDiff } from '../word-diff.ts';
import type { Html, Site } from './site.ts';
import type { ClaimView, RecordView } from './story-data.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day of an instant: `25 Nov 2025`. */
export function dayText(instant: string, zone: string): string {
  const [year = '', month = '', day = ''] = minuteOf(instant, zone).slice(0, 10).split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** The same with its minute: `25 Nov 2025, 20:30`. */
export function timeText(instant: string, zone: string): string {
  return `${dayText(instant, zone)}, ${minuteOf(instant, zone).slice(11)}`;
}

export function dayTag(instant: string, { zone }: Site): Html {
  return html`<time datetime="${instant}">${dayText(instant, zone)}</time>`;
}

export function timeTag(instant: string, { zone }: Site): Html {
  return html`<time datetime="${instant}">${timeText(instant, zone)}</time>`;
}

/** Before → after, the words that differ marked; of a turn, which nothing came before, what it is. */
export function diffTag({ before, after, claimId }: Pick<RecordView, 'before' | 'after' | 'claimId'>): Html {
  if (claimId === null) return html`<ins>${after}</ins>`;
  const parts = wordDiff(before, after);
  const side = (own: 'out' | 'in', tag: (text: string) => Html) =>
    parts.map(({ is, text }) => (is === own ? tag(text) : is === 'same' ? text : ''));
  return html`${side('out', (text) => html`<del>${text}</del>`)} → ${side('in', (text) => html`<ins>${text}</ins>`)}`;
}

/** What is new to whoever looks. */
export const NEW_DOT: Html = html`<b class="dot">New</b>`;

/** What the article said and what holds now, in a few words each; `before` is empty where nothing has changed. */
export function nowOf({ standing, first, last, records, due }: ClaimView): {
  readonly before: string;
  readonly now: string;
} {
  const possible = records.filter(({ certainty }) => certainty === 'possible').length;
  if (standing === 'lapsed')
    return {
      before: first?.before ?? 'planned',
      now: `due ${due ? wordDate(due) : 'by now'}; nothing reported since`,
    };
  if (last) return { before: first?.before ?? '', now: afterOf(last) };
  return { before: '', now: possible > 0 ? plural(possible, 'possible change') : '' };
}

/** What a record comes to. What a stance amounts to is told by its kind alone. */
export function afterOf({ kind, after, record }: RecordView): string {
  return record.value.kind === 'stance' || record.value.kind === 'arranged' ? `${kind}: ${after}` : after;
}

/** The first so many characters of a text, to the end of a word. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > most / 2 ? space : most).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
