import { digestSubject } from './text.ts';
import type { AnnouncementWords } from './words.ts';

/** A card may have 28 KB. */
const MOST_BYTES = 26_000;
/** Reports of one announcement; the page has all. */
const REPORTS = 2;

/** Announcements as messages of Microsoft Teams by a workflow, an Adaptive Card each, as few as they need. */
export function teamsMessages(all: readonly AnnouncementWords[]): object[] {
  const title = all.length === 1 ? (all[0]?.subject ?? '') : digestSubject(all);
  const cards: AnnouncementWords[][] = [];
  for (const each of all) {
    const last = cards.at(-1);
    if (last && bytesOf(cardOf(title, [...last, each])) <= MOST_BYTES) last.push(each);
    else cards.push([each]);
  }
  return cards.map((own) => cardOf(title, own));
}

function bytesOf(message: object): number {
  return new TextEncoder().encode(JSON.stringify(message)).length;
}

/** A card has so many buttons at the most. */
const ACTIONS = 6;

function cardOf(title: string, all: readonly AnnouncementWords[]): object {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          version: '1.4',
          body: [block(title, { size: 'Large', weight: 'Bolder' }), ...all.flatMap(blocksOf)],
          actions: all
            .flatMap(({ page, subject }) =>
              page ? [{ type: 'Action.OpenUrl', title: `See ${subject}`.slice(0, 80), url: page }] : [],
            )
            .slice(0, ACTIONS),
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
