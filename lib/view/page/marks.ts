import { html, raw } from 'hono/html';
import type { Standing } from '../../compare/standing.ts';
import type { Kind } from '../../model/report.ts';
import type { Html } from './site.ts';
import { classOf } from './story-data.ts';

/** The shapes of kinds and standings, around the origin, six units high to each side. The shape tells the kind, the colour what it does. */
const SHAPES: Readonly<Record<string, string>> = {
  scheduled: '<circle r="5.6" class="h"/><path d="M0-3.2V0l2.2 1.6" class="t"/>',
  rescheduled: '<path class="t" d="M-6-5.2L-.8 0-6 5.2M.8-5.2L6 0 .8 5.2"/>',
  cancelled: '<path class="t" d="M-5-5L5 5M5-5L-5 5"/>',
  occurred: '<circle r="6"/>',
  revised: '<path d="M0-6.6L7 5.6H-7z"/>',
  confirmed: '<path class="t" d="M-6.2.6L-2 4.8 6.2-4.8"/>',
  denied: '<path class="t" d="M-6.5-2.6h13M-6.5 2.6h13M3-6.5L-3 6.5"/>',
  responded: '<path d="M-6.5-5.5h13v9H0L-4 7V3.5h-2.5z"/>',
  new: '<path class="t" d="M0-6.5v13M-6.5 0h13"/>',
  maybe: '<circle r="10.5" class="maybe"/>',
  overtaken: '<path d="M-6-6H6V6H-6z"/>',
  lapsed: '<path class="h" d="M-5-5H5V5H-5z"/>',
  'in-question': '<path class="h" d="M0-6.8L6.8 0 0 6.8-6.8 0z"/>',
  developing: '<circle r="5.6" class="h"/><path d="M0-5.6A5.6 5.6 0 0 1 0 5.6z"/>',
  stands: '<path class="t" d="M-5 0H5"/>',
};

/** The shapes for `mark` to point at, once a page. */
export const SPRITE: Html = html`<svg class="sprite" aria-hidden="true"><defs>${raw(
  Object.entries(SHAPES)
    // The circle is what a finger hits.
    .map(([name, shape]) => `<g id="${name}"><circle r="11" class="hit"/>${shape}</g>`)
    .join(''),
)}</defs></svg>`;

/** The sign of a kind or a standing, in a dashed ring where it is only possible; what it means stands beside it in words. */
export function mark(name: Kind | Standing, isPossible = false): Html {
  const id = classOf(name);
  return html`<svg class="m ${id}${isPossible ? ' ring' : ''}" aria-hidden="true">${isPossible ? html`<use href="#maybe"/>` : ''}<use href="#${id}"/></svg>`;
}
