const CURRENCY = /(?:US|HK|A|C|NZ|S)?[$€£¥₹]\s?$/;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const MONTH_BEFORE = new RegExp(
  `\\b${MONTH}\\s(?:\\d{1,2}(?:st|nd|rd|th)?(?:\\sand\\s|\\sto\\s|\\sor\\s|[-–,]\\s?))?$`,
  'i',
);
const MONTH_AFTER = new RegExp(
  `^(?:st|nd|rd|th)?(?:\\sof)?\\s${MONTH}(?![a-z])|^(?:\\sand\\s|\\sto\\s|[-–])\\d{1,2}\\s${MONTH}(?![a-z])`,
  'i',
);

/** Days, years and times of day are dates, not figures. */
export function isPartOfDate(sentenceBefore: string, text: string, match: RegExpExecArray): boolean {
  const before = sentenceBefore + text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const number = match.groups?.['number'] ?? '';
  if (
    /^(?:19|20)\d\d$/.test(number) &&
    !match.groups?.['currency'] &&
    !/^\s(?:people|dead|points|homes|cases|votes)/.test(after)
  )
    return true;
  if (/^\d{1,2}$/.test(number) && (MONTH_BEFORE.test(before) || MONTH_AFTER.test(after))) return true;
  return (
    /^[.:]\d\d\s?(?:a\.?m|p\.?m)|^\s?(?:a\.m|p\.m|am|pm)\b/i.test(after) ||
    (CURRENCY.test(before) === false &&
      /\b(?:Article|No\.|Section|Block|Channel|Room|Flight|Force)\s$|\baged? (?:between |from )?(?:\d+ (?:and|to) (?:\w+ )?)?$/i.test(
        before,
      ))
  );
}
