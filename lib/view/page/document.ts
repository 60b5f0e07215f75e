import { html, raw } from 'hono/html';
import { SPRITE } from './marks.ts';
import { type Html, PATHS, type Site } from './site.ts';

interface Page {
  readonly title: string;
  /** The feeds that belong to it: what they are of, and their slug and claim. */
  readonly feeds: readonly { readonly title: string; readonly slug?: string; readonly claim?: string }[];
  /** Where the keyboard may go at once. */
  readonly skipTo: { readonly id: string; readonly text: string };
  readonly body: Html;
}

const FEED_TYPES = { atom: 'application/atom+xml', json: 'application/feed+json' } as const;

/** A whole document. Nothing in it is run or styled but the site's own files, and it asks no other host for anything. */
export function documentOf({ title, feeds, skipTo, body }: Page, site: Site): Html {
  const { to, editor, feed: feedAt } = site;
  const alternate = (format: 'atom' | 'json') =>
    (feedAt ? feeds : []).map(
      (feed) =>
        html`<link rel="alternate" type="${FEED_TYPES[format]}" title="${feed.title}" href="${feedAt?.(PATHS.feed(format, feed.slug, feed.claim))}">`,
    );
  return html`${raw('<!DOCTYPE html>')}
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title} | claimwatch</title>
<link rel="icon" href="${to(PATHS.icon)}" type="image/svg+xml">
<link rel="stylesheet" href="${to(PATHS.style)}">
${alternate('atom')}${alternate('json')}<script src="${to(PATHS.script)}" defer></script>
</head>
<body>
${SPRITE}<a class="skip" href="#${skipTo.id}">${skipTo.text}</a>
<header class="bar"><a class="brand" href="${to(PATHS.index)}">claimwatch</a><nav aria-label="Site"><a href="${to(PATHS.index)}">All stories</a></nav>${editor ? html`<p>Deciding as <bdi>${editor.name}</bdi></p>` : ''}<button type="button" id="help" hidden>Keys <kbd>?</kbd></button></header>
<main>
${body}
</main>
<footer><p>Times are ${site.zone}. Reports that repeat one agency count as one origin.</p>${editor ? keys(editor.keysWait) : ''}</footer>
<p class="vh" role="status"></p>
</body>
</html>
`;
}

/** The list of keys. @param wait see `Editor` */
const keys = (wait: boolean): Html =>
  html`<div id="keys" popover${wait ? html` data-wait` : ''}><h2>Keys</h2><dl><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next, previous</dd><dt><kbd>o</kbd></dt><dd>open or close the reports</dd><dt><kbd>y</kbd> <kbd>n</kbd></dt><dd>yes, no to a possible change</dd><dt><kbd>e</kbd></dt><dd>mend it</dd><dt><kbd>u</kbd></dt><dd>undo</dd><dt><kbd>?</kbd></dt><dd>this list</dd></dl><label><input type="checkbox" checked> Single keys on</label></div>`;

/** A button that marks a story, or all, as seen; nothing where that can't be kept. */
export function seenForm(site: Site, slug?: string): Html | '' {
  const { editor, now, to } = site;
  return editor
    ? html`<form method="post" class="seen" action="${to(PATHS.seen(slug))}"><input type="hidden" name="token" value="${editor.token}"><input type="hidden" name="at" value="${now.toISOString()}"><button>Mark as seen</button></form>`
    : '';
}
