/** News agencies by the credits that they are known by; most papers carry their copy word for word. */
const AGENCIES = new Map<string, RegExp>([
  ['Reuters', /reuters/i],
  ['AP', /\bap\b|associated press/i],
  ['AFP', /\bafp\b|agence france[- ]presse/i],
  ['dpa', /\bdpa\b|deutsche presse-agentur/i],
  ['PA Media', /\bpa media\b|press association/i],
  ['UPI', /\bupi\b|united press international/i],
  ['TASS', /\btass\b/i],
  ['Interfax', /\binterfax\b/i],
  ['Xinhua', /\bxinhua\b/i],
  ['Kyodo', /\bkyodo\b/i],
  ['Yonhap', /\byonhap\b/i],
  ['ANSA', /\bansa\b/i],
  ['EFE', /\befe\b/i],
  ['PTI', /\bpti\b|press trust of india/i],
  ['Bloomberg', /\bbloomberg\b/i],
]);
/** `KYIV (Reuters) - `, `(AP) — `, `WASHINGTON, Nov 25 (AFP) –` at the opening of a text. */
const CREDIT = /^[^().]{0,60}\(([A-Za-z .-]{2,30})\)\s*[-–—:]/;

/** The agency that a text or its author line credits, else the outlet. */
export function originOf(text: string, creator: string, source: string): string {
  const credit = CREDIT.exec(text)?.[1] ?? '';
  for (const [agency, name] of AGENCIES) if (name.test(credit) || name.test(creator)) return agency;
  return source;
}
