import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { wordDiff } from '../word-diff.ts';
import { byArticle, digestSubject } from './text.ts';
import type { AnnouncementWords } from './words.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Styles stand in the elements: mail readers drop style sheets. */
const STYLES = {
  page: 'font:16px/1.5 -apple-system,Segoe UI,Helvetica,Arial,sans-serif;color:#1a1a1a;background:#ffffff;max-width:40em;margin:0 auto;padding:16px',
  claim: 'margin:0 0 8px;font-size:18px;font-weight:600',
  kind: 'font-size:13px;letter-spacing:.04em;text-transform:uppercase;color:#4a4a4a;margin:0 0 4px',
  note: 'margin:0 0 12px;padding:8px 12px;border-left:4px solid #8a6100;background:#fff8e6',
  quote: 'margin:0 0 4px;padding-left:12px;border-left:3px solid #c4c4c4',
  from: 'margin:0 0 12px;padding-left:15px;font-size:14px;color:#4a4a4a',
  foot: 'margin-top:24px;padding-top:12px;border-top:1px solid #d0d0d0;font-size:14px;color:#4a4a4a',
  rule: 'border:0;border-top:1px solid #d0d0d0;margin:24px 0',
  out: 'color:#9c1c1c;text-decoration:line-through',
  in: 'color:#0b5c2b;font-weight:600;text-decoration:none',
} as const;

/** Announcements as one e-mail in HTML, which says what the plain text says. */
export async function htmlMessage(all: readonly AnnouncementWords[]): Promise<string> {
  const subject = all.length === 1 ? (all[0]?.subject ?? '') : digestSubject(all);
  const parts = byArticle(all).map(
    (
      own,
    ) => html`<section>${own[0] && all.length > 1 ? html`<h2 style="font-size:20px">${own[0].article.title}</h2>` : ''}
${own.map((each, i) => html`${i > 0 ? html`<hr style="${STYLES.rule}">` : ''}${announcement(each)}`)}
${own[0] ? foot(own[0]) : ''}</section>`,
  );
  const page =
    await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${subject}</title></head><body style="${STYLES.page}"><h1 style="font-size:22px">${subject}</h1>${parts}</body></html>`;
  return String(page);
}

function announcement(each: AnnouncementWords): Html {
  const { notes, claim, change, contested, standing, count, reports, page, command } = each;
  return html`<article>
${notes.map((note) => html`<p style="${STYLES.note}">${note}</p>`)}
<p style="${STYLES.claim}">${claim}</p>
${change ? html`<p style="${STYLES.kind}">${change.kind}</p><p>${changeWords(change.before, change.after)}</p>` : ''}
${contested.length > 0 ? html`<ul>${contested.map((value) => html`<li>${value}</li>`)}</ul>` : ''}
${standing ? html`<p>${standing}</p>` : ''}
${count ? html`<p>${count}:</p>` : ''}
${reports.map(
  ({ quote, from, link }) =>
    html`<p style="${STYLES.quote}">“${quote}”</p><p style="${STYLES.from}">${link ? html`<a href="${link}">${from}</a>` : from}</p>`,
)}
<p>${page ? html`<a href="${page}">See and decide it</a>` : html`<code>${command}</code>`}</p>
</article>`;
}

/** Before and after, word by word; readers without styles see both. */
function changeWords(before: string, after: string): Html {
  return html`${wordDiff(before, after).map(({ is, text }) =>
    is === 'same'
      ? text
      : is === 'out'
        ? html`<del style="${STYLES.out}">${text}</del>${raw('&#8203;')}`
        : html`<ins style="${STYLES.in}">${text}</ins>`,
  )}`;
}

function foot({ article }: AnnouncementWords): Html {
  const { title, from, link } = article;
  return html`<p style="${STYLES.foot}">${link ? html`<a href="${link}">${title}</a>` : title}<br>${from}</p>`;
}
