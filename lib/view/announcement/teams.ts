import { digestSubject } from './text.ts';
import type { AnnouncementWords } from './words.ts';

/** A card may have 28 KB. */
const MOST_BYTES = 26_000;
/** Reports of one announcement; the page has all. */
const REPORTS = 2;

/** Announcements as a message of Microsoft Teams by a workflow: one Adaptive Card. */
export function teamsMessage(all: readonly AnnouncementWords[]): object {
  for (let count = all.length; ; count -= 1) {
    const message = messageOf(all.slice(0, count), all.length - count);
    if (count <= 1 || new TextEncoder().encode(JSON.stringify(message)).length <= MOST_BYTES) return message;
  }
}

function messageOf(all: readonly AnnouncementWords[], more: number): object {
  const [first] = all;
  const title = all.length + more === 1 ? (first?.subject ?? '') : digestSubject(all);
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          version: '1.4',
          body: [
            block(title, { size: 'Large', weight: 'Bolder' }),
            ...all.flatMap(blocksOf),
            ...(more > 0 ? [block(`and ${more} more`)] : []),
          ],
          actions: all
            .flatMap(({ page, subject }) =>
              page
                ? [{ type: 'Action.OpenUrl', title: plain(`See ${subject}`).slice(0, 80), url: page }]
                : [],
            )
            .slice(0, 6),
        },
      },
    ],
  };
}

function blocksOf(each: AnnouncementWords): object[] {
  const { notes, claim, change, contested, standing, count, reports, command, page, article } = each;
  return [
    block(claim, { weight: 'Bolder', separator: true }),
    ...notes.map((note) => block(note, { color: 'Warning' })),
    ...(change
      ? [
          {
            type: 'FactSet',
            facts: [
              { title: change.kind, value: plain(`${change.before} → ${change.after}`) },
              ...contested.map((value) => ({ title: 'also', value: plain(value) })),
            ],
          },
        ]
      : []),
    ...(standing ? [block(standing)] : []),
    ...reports
      .slice(0, REPORTS)
      .flatMap(({ quote, from, link }) => [
        block(`“${quote}”`, { isSubtle: true }),
        block(link ? `${from}: ${link}` : from, { isSubtle: true, size: 'Small' }),
      ]),
    block(`${count ? `${count}. ` : ''}${article.title}, ${article.from}`, { isSubtle: true, size: 'Small' }),
    ...(page ? [] : [block(command, { fontType: 'Monospace', size: 'Small' })]),
  ];
}

function block(text: string, style: object = {}): object {
  return { type: 'TextBlock', text: plain(text), wrap: true, ...style };
}

/** A card reads some of Markdown: its signs are escaped. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/([\\`*_[\]~])/g, '\\$1');
}
