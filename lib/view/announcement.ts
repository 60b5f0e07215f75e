import type { Story } from '../model/story.ts';
import type { Announcement } from '../monitor/announce.ts';
import { originsOf, plural } from './count.ts';
import { timeOf } from './dates.ts';
import { type WordedRecord, worded } from './worded.ts';

/** So long a subject may be, in ASCII characters, by the limits of Amazon SNS. */
const SUBJECT_LENGTH = 99;
/** So many reports are quoted; the rest are counted. */
const REPORTS_QUOTED = 5;

/** An announcement as a person reads it in an e-mail. */
export function announcementMail(
  announcement: Announcement,
  story: Story,
): { readonly subject: string; readonly text: string } {
  const { article, story: slug } = story.baseline;
  const foot = [
    '',
    '--',
    `${article.title}`,
    `${article.publisher}, ${article.publishedAt.slice(0, 10)}`,
    article.url,
  ];
  if (announcement.about === 'change') {
    const { claim } = announcement;
    const record = worded(announcement.record, story);
    const isToCheck = record.certainty === 'possible';
    return {
      subject: subjectOf(
        `${isToCheck ? 'to check: ' : ''}${record.kind}: ${record.claimId ?? record.value}: ${record.after}`,
      ),
      text: [
        ...(isToCheck ? [toCheck(record), ''] : []),
        claim ? claim.text : `A turn that no claim foresaw: ${record.value}`,
        '',
        `${record.kind}: ${record.before} -> ${record.after}`,
        ...record.contested.map(({ value, origins }) => `  ${value}: ${origins.join(', ')}`),
        ...reports(record),
        '',
        `Read on: claimwatch show ${record.id}`,
        ...foot,
      ].join('\n'),
    };
  }
  const { claim, before, after } = announcement;
  const because = announcement.because && worded(announcement.because, story);
  return {
    subject: subjectOf(`${claim.id} ${STANDS[after]}`),
    text: [
      claim.text,
      '',
      `The claim ${STANDS[after]} (until now: ${before}).`,
      ...(because
        ? [`By: ${because.kind}, ${because.before} -> ${because.after}`, ...reports(because)]
        : ['Its time went by, and nothing that was read says that it came to pass.']),
      '',
      `Read on: claimwatch story ${slug}`,
      ...foot,
    ].join('\n'),
  };
}

function toCheck({ evidence }: WordedRecord): string {
  const isByRules = evidence.every(({ reader }) => reader.startsWith('rules'));
  return `To check: ${isByRules ? 'read by rules, about two in three records of two outlets are right' : 'what read it is not sure of it'}. Accept it or reject it.`;
}

const STANDS = {
  stands: 'stands as published',
  'in question': 'is in question',
  developing: 'is developing',
  overtaken: 'is overtaken',
  lapsed: 'has lapsed',
} as const;

function reports(record: WordedRecord): string[] {
  const { evidence } = record;
  const more = evidence.length - REPORTS_QUOTED;
  return [
    '',
    `${plural(evidence.length, 'report')} of ${plural(originsOf(record).size, 'origin')}:`,
    ...evidence
      .slice(0, REPORTS_QUOTED)
      .flatMap(({ source, saidAt, quote, link }) => [
        '',
        `"${quote}"`,
        `${source}, ${timeOf(saidAt, 'UTC')}`,
        ...(link ? [link] : []),
      ]),
    ...(more > 0 ? ['', `and ${plural(more, 'more report')}`] : []),
  ];
}

/** One line of printable ASCII: what has no such form is left out. */
function subjectOf(text: string): string {
  const plain = `claimwatch: ${text}`
    .normalize('NFKD')
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]/g, '');
  return plain.length > SUBJECT_LENGTH ? `${plain.slice(0, SUBJECT_LENGTH - 3)}...` : plain;
}
