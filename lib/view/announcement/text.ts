import { plural } from '../count.ts';
import type { AnnouncementWords } from './words.ts';

/** A message as plain text. */
export interface TextMessage {
  readonly subject: string;
  readonly text: string;
}

/** Announcements as one e-mail in plain text: one by itself, or a digest. */
export function textMessage(all: readonly AnnouncementWords[]): TextMessage {
  const [first] = all;
  if (!first) throw new Error('A message needs at least one announcement, found none');
  if (all.length === 1) return { subject: first.subject, text: [...body(first), ...foot(first)].join('\n') };
  return {
    subject: digestSubject(all),
    text: byArticle(all)
      .map((own) =>
        [
          ...(own[0]
            ? [own[0].article.title, '='.repeat(Math.min(72, own[0].article.title.length)), '']
            : []),
          ...own.flatMap((each, i) => [...(i > 0 ? ['', '- - -', ''] : []), each.subject, '', ...body(each)]),
          ...(own[0] ? foot(own[0]).slice(2) : []),
        ].join('\n'),
      )
      .join('\n\n\n'),
  };
}

/** `3 changes in 2 stories`. */
export function digestSubject(all: readonly AnnouncementWords[]): string {
  const stories = byArticle(all).length;
  return `${plural(all.length, 'change')}${stories > 1 ? ` in ${stories} stories` : `: ${all[0]?.article.title ?? ''}`}`;
}

/** Announcements by their articles, in the order in which they came. */
export function byArticle(all: readonly AnnouncementWords[]): AnnouncementWords[][] {
  const articles = new Map<string, AnnouncementWords[]>();
  for (const each of all) {
    const key = `${each.article.title}\n${each.article.link}`;
    articles.set(key, [...(articles.get(key) ?? []), each]);
  }
  return [...articles.values()];
}

function body({
  notes,
  claim,
  change,
  contested,
  standing,
  count,
  reports,
  page,
  command,
}: AnnouncementWords): string[] {
  const more = count === null ? 0 : Number(/^\d+/.exec(count)?.[0]) - reports.length;
  return [
    ...notes.flatMap((note) => [note, '']),
    claim,
    ...(change ? ['', `${change.kind}: ${change.before} -> ${change.after}`] : []),
    ...contested.map((each) => `  ${each}`),
    ...(standing ? ['', standing] : []),
    ...(count ? ['', `${count}:`] : []),
    // What feeds say never begins a line: it would pass for what the monitor says.
    ...reports.flatMap(({ quote, from, link }) => [
      '',
      `> "${quote}"`,
      `> ${from}`,
      ...(link ? [`> ${link}`] : []),
    ]),
    ...(more > 0 ? ['', `and ${plural(more, 'more report')}`] : []),
    '',
    ...(page ? [`See and decide it: ${page}`] : []),
    `Read on: ${command}`,
  ];
}

function foot({ article }: AnnouncementWords): string[] {
  return ['', '--', article.title, article.from, ...(article.link ? [article.link] : [])];
}

/** So long a subject may be, in ASCII characters, by the limits of Amazon SNS. */
const SUBJECT_LENGTH = 99;

/** One line of printable ASCII: what has no such form is left out. */
export function asciiSubject(subject: string): string {
  const plain = `claimwatch: ${subject}`
    .normalize('NFKD')
    .replace(/[–—]/g, '-')
    .replace(/→/g, '->')
    .replace(/[^\x20-\x7e]/g, '');
  return plain.length > SUBJECT_LENGTH ? `${plain.slice(0, SUBJECT_LENGTH - 3)}...` : plain;
}
