/** Roles that every outlet means alike; other figures count the claim's own noun and need more in common. */
export const TOLLS = new Set([
  'dead',
  'injured',
  'missing',
  'arrested',
  'displaced',
  'rescued',
  'infected',
  'hospitalised',
]);
/** Tolls that only grow: a smaller one is another event's, unless the text says that it was corrected. */
export const GROWING = new Set(['dead', 'injured', 'arrested', 'infected']);
