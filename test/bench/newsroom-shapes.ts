/** Feeds in the shapes in which newsrooms publish, each with one story's news among others. */

export const HOUR = 3_600_000;
export const START = Date.parse('2026-03-05T00:00:00Z');
const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"';
const rss = (title: string, entries: readonly string[]) =>
  `<rss version="2.0" ${NAMESPACES}><channel><title>${title}</title>${entries.join('')}</channel></rss>`;
const entry = (host: string, n: number, title: string, rest: string) =>
  `<item><title>${title}</title><link>https://${host}/${n}</link><guid>https://${host}/${n}</guid><pubDate>${new Date(START + n * 600_000).toUTCString()}</pubDate>${rest}</item>`;
const html = (name: string, text: string) => `<${name}><![CDATA[${text}]]></${name}>`;
const few = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));

/** General news, another one each time. */
const OTHER = [
  'Parliament votes on the budget of the coast guard',
  'A choir from Westhaven wins a national prize',
  'Shares of the brewery fall after a poor quarter',
  'Two injured in a fire in Westhaven',
  'A new hospital opens its doors on Friday',
];
const other = (n: number) => `${OTHER[n % OTHER.length]} (${n})`;
const filler = (words: number, n: number) =>
  few(
    Math.ceil(words / 60),
    (k) =>
      `<p>${few(6, (i) => `${other(n + k + i)}, officials said, as reporters were told in the capital.`).join(' ')}</p>`,
  ).join('');
const RELATED =
  '<h3>Related stories</h3><ul><li><a href="/1">Adela Brandt cancels Norhaven visit</a></li><li><a href="/2">Storm kills 40 on Norhaven</a></li></ul>';
const OLD = '<p>On 1 February Brandt had called off a visit to Norhaven.</p>';
const TOLL = 'At least 9 people were killed by the storm on Norhaven, police said on Thursday.';

type Shape = readonly [name: string, documents: readonly string[]];
const paper = (host: string, text: string) =>
  rss(host, [
    entry(host, 20, 'Norhaven counts the cost', text),
    ...few(19, (n) => entry(host, n, other(n), html('description', `<p>${other(n)}.</p>`))),
  ]);
const google = (n: number, title: string, outlet: string) =>
  `<li><a href="https://news.google.com/rss/articles/CB${n}?oc=5">${title}</a>&nbsp;&nbsp;<font color="#6f6f6f">${outlet}</font></li>`;
const posts = (fetch: number) =>
  few(fetch + 1, (n) => {
    const toll = n === 0 && fetch > 4 ? 11 : 9;
    return `<entry><id>post-${n}</id><title>${n === 0 ? `Norhaven storm: ${toll} dead` : other(n)}</title><link href="https://live.example/norhaven"/><updated>${new Date(START + n * HOUR).toISOString()}</updated><content type="html">${n === 0 ? `The storm on Norhaven has killed ${toll} people.` : ''}</content></entry>`;
  }).join('');

export const SHAPES: readonly Shape[] = [
  [
    'a wire',
    [
      rss(
        'Wire',
        few(50, (n) =>
          entry(
            'wire.example',
            n,
            n === 49 ? 'Norhaven storm death toll rises to 9' : other(n),
            html('description', `CAPITAL CITY (AP) — ${n === 49 ? TOLL : other(n)}`),
          ),
        ),
      ),
    ],
  ],
  [
    'a paper: teaser and text',
    [
      paper(
        'post.example',
        `${html('description', 'Read on.')}${html('content:encoded', `<p>${TOLL}</p>${OLD}${RELATED}`)}`,
      ),
    ],
  ],
  [
    'a paper: bullets',
    [
      paper(
        'times.example',
        html(
          'description',
          `<ul><li>Storm death toll on Norhaven rises to 9</li><li>Transport minister Adela Brandt to visit Norhaven on 12 March</li></ul>`,
        ),
      ),
    ],
  ],
  [
    'a paper: captions and tables',
    [
      paper(
        'herald.example',
        html(
          'description',
          `<figure><img src="a"/><figcaption>The Norhaven bridge</figcaption></figure><p>${TOLL}</p><table><tr><td>Injured</td><td>20</td></tr></table>`,
        ),
      ),
    ],
  ],
  [
    'a broadcaster',
    [
      rss(
        'Coast TV',
        few(30, (n) =>
          entry(
            'tv.example',
            n,
            n === 29 ? 'Norhaven storm latest' : other(n),
            `<media:group><media:content url="v"/><media:description>${n === 29 ? TOLL : other(n)}</media:description></media:group>`,
          ),
        ),
      ),
    ],
  ],
  [
    'a news search',
    [
      rss(
        'Search',
        few(
          20,
          (n) =>
            `<item><title>${other(n)} - Post</title><link>https://news.google.com/rss/articles/CB${n}?oc=5</link><guid isPermaLink="false">CB${n}</guid><pubDate>${new Date(START).toUTCString()}</pubDate>${html('description', `<ol>${google(n, other(n), 'Post')}${google(100 + n, n === 3 ? 'Adela Brandt to visit Norhaven on 12 March' : other(n + 1), 'Times')}</ol>`)}<source url="https://post.example">Post</source></item>`,
        ),
      ),
    ],
  ],
  [
    'a live blog, ten fetches',
    few(10, (fetch) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Live</title>${posts(fetch)}</feed>`),
  ],
  [
    'full text, 2,000 words',
    [
      rss(
        'Full',
        few(20, (n) =>
          entry(
            'full.example',
            n,
            n === 19 ? 'Norhaven counts the cost' : other(n),
            html(
              'content:encoded',
              `${filler(900, n)}${n === 19 ? `<p>${TOLL}</p>${OLD}` : ''}${filler(900, n)}`,
            ),
          ),
        ),
      ),
    ],
  ],
  [
    'a news sitemap, 1,000 pages',
    [
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${few(1_000, (n) => `<url><loc>https://map.example/${n}</loc><news:news><news:publication><news:name>Map</news:name></news:publication><news:publication_date>${new Date(START).toISOString()}</news:publication_date><news:title>${n === 500 ? 'Norhaven storm death toll rises to 9' : other(n)}</news:title></news:news></url>`).join('')}</urlset>`,
    ],
  ],
];
