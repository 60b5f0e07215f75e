import { expect, test } from 'vitest';
import { feedOf } from '../support/document.ts';

/** A news search: one headline of one outlet, with those of others on the same in its description. */

const page = (id: string) => `https://news.google.com/rss/articles/${id}?oc=5`;
const listed = (id: string, title: string, outlet: string) =>
  `<li><a href="${page(id)}">${title}</a>&nbsp;&nbsp;<font color="#6f6f6f">${outlet}</font></li>`;
const entry = (id: string, title: string, outlet: string, html: string) =>
  `<item><title>${title} - ${outlet}</title><link>${page(id)}</link><guid isPermaLink="false">${id}</guid><pubDate>Wed, 04 Mar 2026 10:00:00 GMT</pubDate><description><![CDATA[${html}]]></description><source url="https://www.${outlet.toLowerCase()}.example">${outlet}</source></item>`;
const feed = (...entries: string[]) =>
  `<rss version="2.0"><channel><title>Search</title>${entries.join('')}</channel></rss>`;

test('each headline is an item of its own outlet, once', async () => {
  const cluster = `<ol>${listed('a', 'Toll rises to 9', 'Post')}${listed('b', 'Hearing postponed', 'Times')}${listed('c', 'Minister to visit', 'Wire')}</ol>`;
  const { items } = await feedOf(
    feed(entry('a', 'Toll rises to 9', 'Post', cluster), entry('b', 'Hearing postponed', 'Times', 'Gone')),
  );
  expect(items.map(({ title, summary, origin, link }) => [title, summary, origin, link])).toEqual([
    ['Toll rises to 9', '', 'post.example', page('a')],
    ['Hearing postponed', 'Gone', 'times.example', page('b')],
    ['Minister to visit', '', 'Wire', page('c')],
  ]);
});

test('one that lists its own headline alone has no text', async () => {
  const alone = `<a href="${page('a')}">Toll rises to 9</a>&nbsp;<font color="#6f6f6f">Post</font>`;
  const { items } = await feedOf(feed(entry('a', 'Toll rises to 9', 'Post', alone)));
  expect(items).toMatchObject([{ title: 'Toll rises to 9', summary: '', text: '' }]);
});
