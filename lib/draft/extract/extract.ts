import { type ApartLimits, workApart } from '../../feed/apart.ts';
import { decode } from '../../feed/decode.ts';
import { CHALLENGED, isChallenge, lookAt } from '../../feed/look.ts';
import { collapse, paragraphsOf } from '../../feed/plain.ts';
import { type Extracted, GIVE_TEXT, refused, type Told } from '../article.ts';
import { paragraphsIn, wordsOf } from './paragraphs.ts';
import type { PageJob } from './read-page.ts';

/** What was fetched, or read from a file. */
export interface Document {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Null for a file. */
  readonly url: string | null;
}

const WORKER = new URL('./worker.mjs', import.meta.url);
const LIMITS: ApartLimits = { timeoutMs: 15_000, heapMb: 512 };
/** A page of more bytes is no article's. */
const MOST_BYTES = 4_000_000;
/** An article has so many words at most; what is longer is a book or a list. */
const MOST_WORDS = 8_000;
const MOST_CHARACTERS = 100_000;

/** The article in a document, HTML or plain text. Never throws, whatever it is given. */
export async function extractArticle(
  { bytes, contentType, url }: Document,
  limits: ApartLimits = LIMITS,
): Promise<Extracted> {
  const foreign = foreignKind(bytes);
  if (foreign) return refused(`it is ${foreign}, expected a web page or plain text: ${GIVE_TEXT}`);
  if (bytes.length > MOST_BYTES)
    return refused(`it has ${bytes.length} bytes, expected at most ${MOST_BYTES}: ${GIVE_TEXT}`);
  const text = decode(bytes, contentType);
  if (isChallenge(text)) return refused(CHALLENGED);
  if (lookAt(text).kind === 'xml')
    return refused('it is a feed, expected an article: give the address of one');
  const extracted = isHtml(text) ? await readPageApart({ html: text, url }, limits) : readPlain(text, url);
  if (extracted.outcome === 'refused') return extracted;
  const words = wordsOf(extracted.article.paragraphs);
  const characters = extracted.article.paragraphs.reduce((sum, { length }) => sum + length, 0);
  return words > MOST_WORDS || characters > MOST_CHARACTERS
    ? refused(
        `it has ${words} words of ${characters} characters, expected an article of at most ${MOST_WORDS} and ${MOST_CHARACTERS}: give the part that counts`,
      )
    : extracted;
}

/** What else than text the bytes are, by how they begin. */
function foreignKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (start.includes('%PDF-')) return 'a PDF';
  if (start.startsWith('PK\u0003\u0004')) return 'a packed file, such as a Word document';
  return start.includes('\0') && !/^(?:\xff\xfe|\xfe\xff|\0?<)/.test(start) ? 'no text' : null;
}

function isHtml(text: string): boolean {
  return /<(?:!doctype html|html|head|body|article|main|p|div)\b[^>]{0,500}>/i.test(text.slice(0, 50_000));
}

async function readPageApart(job: PageJob, limits: ApartLimits): Promise<Extracted> {
  const apart = await workApart<Extracted>(WORKER, job, limits);
  switch (apart.outcome) {
    case 'done':
      return apart.result;
    case 'late':
      return refused(`it was not read within ${limits.timeoutMs / 1000} s: ${GIVE_TEXT}`);
    case 'large':
      return refused(`reading it needs more than ${limits.heapMb} MB: ${GIVE_TEXT}`);
    case 'broken':
      return refused(`it cannot be read (${apart.why}): ${GIVE_TEXT}`);
    default:
      return apart satisfies never;
  }
}

/** Plain text, whose first line is its headline where it is short and does not end as a sentence does. */
function readPlain(text: string, url: string | null): Extracted {
  const [first = '', ...rest] = paragraphsOf(text.replace(/^([^\n]+)\n(?=\S)/, '$1\n\n'));
  const hasTitle = rest.length > 0 && first.length <= 200 && !/[.!?…]["”’')\]]*$/.test(first);
  const paragraphs = paragraphsIn((hasTitle ? rest : [first, ...rest]).map(collapse));
  if (paragraphs.length === 0) return refused('it holds no sentence: give the text of an article');
  const told: Told = {
    title: hasTitle ? collapse(first.replace(/^#+\s*/, '')) : null,
    publisher: null,
    url,
    publishedAt: null,
  };
  return { outcome: 'article', article: { ...told, paragraphs } };
}
