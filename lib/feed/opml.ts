import { decodeXML, escapeUTF8 } from 'entities';
import { Parser } from 'htmlparser2';
import { decode } from './decode.ts';

/** A feed as a list of subscriptions has it. */
export interface Subscription {
  readonly title: string;
  readonly url: string;
}

export interface Subscriptions {
  readonly feeds: readonly Subscription[];
  /** Addresses that are none that can be read. */
  readonly refused: readonly string[];
}

/** A list of subscriptions in OPML (opml.org), each feed once, whatever folder it stands in; null where the file is none. */
export function readOpml(bytes: Uint8Array): Subscriptions | null {
  const feeds = new Map<string, Subscription>();
  const refused: string[] = [];
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name.toLowerCase() === 'opml') isOpml = true;
        if (name.toLowerCase() !== 'outline') return;
        const told = new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]));
        const url = decodeXML(told.get('xmlurl') ?? '')
          .trim()
          .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
          .replace(/^feed:\/\//i, 'https://');
        if (!url) return;
        const title = decodeXML(told.get('title') || told.get('text') || '').trim();
        if (/^https?:\/\/\S+$/i.test(url) && URL.canParse(url)) feeds.set(url, { title: title || url, url });
        else refused.push(url);
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(decode(bytes, ''));
  parser.end();
  return isOpml ? { feeds: [...feeds.values()], refused } : null;
}

/** Subscriptions by the name of their folder, as OPML 2.0. */
export function writeOpml(folders: ReadonlyMap<string, readonly Subscription[]>): string {
  const outlines = [...folders].map(([folder, feeds]) =>
    [
      `    <outline text="${escapeUTF8(folder)}">`,
      ...feeds.map(
        ({ title, url }) =>
          `      <outline type="rss" text="${escapeUTF8(title)}" title="${escapeUTF8(title)}" xmlUrl="${escapeUTF8(url)}"/>`,
      ),
      '    </outline>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head><title>claimwatch</title></head>',
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
  ].join('\n');
}
