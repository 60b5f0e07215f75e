import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { FetchFailure } from './fetch-failure.ts';
import type { FetchLimits } from './fetch-options.ts';

/**
 * The body as it comes; given up, by the clock, where it comes too slowly.
 * @param count told of each chunk's bytes
 * @throws FetchFailure where it grows too large
 */
export async function readBody(
  response: IncomingMessage,
  { floor, graceMs, maxBytes }: FetchLimits,
  clock: AbortController,
  count: (bytes: number) => void,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const began = Date.now();
  let length = 0;
  const watch = setInterval(
    () => {
      const ms = Date.now() - began;
      if (ms >= graceMs && length < (floor * ms) / 1000)
        clock.abort(
          new FetchFailure(
            'broken',
            `its answer comes too slowly: ${length} bytes in ${Math.round(ms / 1000)} s`,
          ),
        );
    },
    Math.min(500, graceMs),
  );
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length;
      count(chunk.length);
      if (length > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    // Some servers announce more than they have: a document that ends is whole.
    if (error instanceof FetchFailure || !ENDS.test(Buffer.concat(chunks).subarray(-200).toString('latin1')))
      throw error;
  } finally {
    clearInterval(watch);
    response.destroy();
  }
  return Buffer.concat(chunks);
}

/** The end of a feed's document. */
const ENDS = /<\/(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex|html)\s*>\s*$/i;

function tooLarge(maxBytes: number): FetchFailure {
  return new FetchFailure('broken', `its body is larger than ${maxBytes / 1e6} MB: not read`);
}

const gunzip = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.gunzip);
const inflate = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const unbrotli = promisify<zlib.InputType, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);

/** @throws FetchFailure where it unpacks to too much, or cannot be unpacked */
export async function decompress(raw: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const isGzip = raw[0] === 0x1f && raw[1] === 0x8b;
  // A stream without its end is read as far as it goes, as browsers do.
  const gentle = { maxOutputLength: maxBytes, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  try {
    // Bytes come before labels here as well: a file.xml.gz has none, and some say gzip and send plain text.
    if (isGzip) return await gunzip(raw, gentle);
    if (/\bbr\b/i.test(encoding)) return await unbrotli(raw, { maxOutputLength: maxBytes });
    if (/\bdeflate\b/i.test(encoding))
      return await ((raw[0] ?? 0) % 16 === 8 ? inflate : inflateRaw)(raw, gentle);
    return raw;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new FetchFailure(
      'broken',
      `its body cannot be unpacked from ${encoding || 'gzip'}: ${(error as Error).message}`,
    );
  }
}
