import { digestSubject } from './text.ts';
import type { AnnouncementWords } from './words.ts';

/** What Slack takes in a message: 50 blocks, of which an announcement has three, and characters in the text of one. */
const ANNOUNCEMENTS = 16;
const SECTION_LENGTH = 2_900;
const HEADER_LENGTH = 150;
/** Reports of one announcement; the page has all. */
const REPORTS = 2;
const QUOTE_LENGTH = 300;
const LINK_LENGTH = 600;

/** Announcements as messages of Slack's Block Kit, as few as they need. */
export function slackMessages(all: readonly AnnouncementWords[]): object[] {
  const text = all.length === 1 ? (all[0]?.subject ?? '') : digestSubject(all);
  const count = Math.ceil(all.length / ANNOUNCEMENTS);
  return Array.from({ length: count }, (_, i) => ({
    text: escaped(count > 1 ? `${text} (${i + 1} of ${count})` : text),
    blocks: all.slice(i * ANNOUNCEMENTS, (i + 1) * ANNOUNCEMENTS).flatMap(blocksOf),
  }));
}

function blocksOf(each: AnnouncementWords): object[] {
  const { subject, notes, claim, change, contested, standing, count, reports, page, command, article } = each;
  return [
    { type: 'header', text: { type: 'plain_text', text: cut(subject, HEADER_LENGTH) } },
    section(
      [
        ...notes.map((note) => `_${escaped(note)}_`),
        escaped(claim),
        ...(change ? [`*${change.kind}*: ${escaped(change.before)} → *${escaped(change.after)}*`] : []),
        ...contested.map((value) => `• ${escaped(value)}`),
        ...(standing ? [escaped(standing)] : []),
        ...reports
          .slice(0, REPORTS)
          .map(({ quote, from, link }) => `> ${escaped(cut(quote, QUOTE_LENGTH))}\n> ${linked(from, link)}`),
      ].join('\n'),
    ),
    // Apart from what is cut.
    context(
      `${page ? linked('See and decide it', page) : `\`${escaped(command)}\``} · ${count ? `${escaped(count)} · ` : ''}${linked(article.title, article.link)} · ${escaped(article.from)}`,
    ),
  ];
}

function section(text: string): object {
  return { type: 'section', text: markup(text) };
}

function context(text: string): object {
  return { type: 'context', elements: [markup(text)] };
}

/** Its addresses and names stay text; no escape is cut in two. */
function markup(text: string): object {
  return {
    type: 'mrkdwn',
    text: cut(text, SECTION_LENGTH).replace(/&[a-z]{0,4}…$/, '…'),
    verbatim: true,
  };
}

/** Slack's three signs of control: what is escaped names nobody and links nowhere. Signs of its markup lose their meaning by a blank of no width. */
function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([*_~`])/g, '\u200b$1')
    .replace(/\s+/g, ' ');
}

function linked(text: string, link: string | null): string {
  // A bar or an angle would end the address; a long one would take the room of all else.
  return link === null || link.length > LINK_LENGTH
    ? escaped(text)
    : `<${encodeURI(decoded(link)).replace(/[|<>]/g, encodeURIComponent)}|${escaped(text)}>`;
}

/** An address whose escapes are read once, so that they are not escaped twice. */
function decoded(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
