import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { ArticleText, Told } from '../draft/article.ts';
import { type Document, extractArticle } from '../draft/extract/extract.ts';
import type { DraftArticle } from '../draft/model/request.ts';
import { createFetch } from '../feed/polite-fetch.ts';
import { userAgent } from '../feed/user-agent.ts';
import { NO_VALIDATORS } from '../model/feed.ts';
import { InputError } from '../model/input-error.ts';
import { NAME_LENGTH, TITLE_LENGTH } from '../model/limits.ts';
import { typedLoopback } from '../model/loopback.ts';

/** An article of which all is known that a baseline needs. */
export type KnownArticle = DraftArticle & { readonly url: string };

/**
 * The article at an address, in a file, or on stdin for `-`.
 * @param told what the user says of it; it goes before what its page says
 * @throws InputError that says what is wrong and what to do
 */
export async function readArticle(source: string, told: Partial<Told>): Promise<KnownArticle> {
  const document = await readSource(source);
  const name = nameOf(source);
  const extracted = await extractArticle(document);
  if (extracted.outcome === 'refused')
    throw new InputError(`${name}: ${extracted.why}. Nothing was drafted.`);
  return complete({ ...extracted.article, ...given(told) }, name);
}

function nameOf(source: string): string {
  return source === '-' ? 'stdin' : source;
}

/** What was given, without what was not. */
function given(told: Partial<Told>): Partial<Told> {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}

const OPTIONS = {
  title: '--title',
  publisher: '--publisher',
  url: '--url',
  publishedAt: '--published',
} as const;

function complete(article: ArticleText, name: string): KnownArticle {
  const { title, publisher, url, publishedAt } = article;
  if (title !== null && publisher !== null && url !== null && publishedAt !== null)
    return {
      ...article,
      title: title.slice(0, TITLE_LENGTH),
      publisher: publisher.slice(0, NAME_LENGTH),
      url,
      publishedAt,
    };
  const missing = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).filter((key) => article[key] === null);
  throw new InputError(
    `${name} does not tell everything that a baseline needs: add ${missing.map((key) => OPTIONS[key]).join(', ')}`,
  );
}

async function readSource(source: string): Promise<Document> {
  if (/^https?:\/\//i.test(source)) {
    if (URL.canParse(source)) return fetchPage(source);
    throw new InputError(`${source} is no address that can be read: check its spelling`);
  }
  try {
    const bytes = source === '-' ? await buffer(process.stdin) : await readFile(source);
    return { bytes, contentType: /^\.html?$/i.test(extname(source)) ? 'text/html' : 'text/plain', url: null };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const missing = /^[\w-]+(?:\.[\w-]+)+\//.test(source)
      ? `there is no such file (an address begins with https://, as in https://${source})`
      : 'there is no such file';
    const found = code === 'ENOENT' ? missing : code === 'EISDIR' ? 'it is a folder' : code;
    throw new InputError(
      `${nameOf(source)} cannot be read: ${found}; expected an http or https address, a file with HTML or text, or - for stdin`,
    );
  }
}

async function fetchPage(url: string): Promise<Document> {
  const fetch = createFetch({
    userAgent: userAgent(process.env['CONTACT']),
    // What was typed by hand may be on this machine.
    loopback: typedLoopback(url),
  });
  const fetched = await fetch(url, NO_VALIDATORS, new Date());
  if (fetched.outcome === 'failed') throw new InputError(`${url} cannot be read: ${fetched.why}`);
  if (fetched.outcome === 'unchanged') throw new InputError(`${url} cannot be read: it was not sent`);
  return { bytes: fetched.body, contentType: fetched.contentType, url: fetched.url };
}
