import { Parser } from 'htmlparser2';

/** So deep the elements of a page may nest: those of real ones nest a few dozen deep, and an extractor takes the square of the depth and more. */
const DEEPEST = 300;
/** So much of a page is read at a time, so that one that nests too deep is left soon, in characters. */
const PIECE = 16_384;

/** Whether a page nests deeper than pages do; in a time that is linear in its length. */
export function nestsDeep(html: string): boolean {
  let depth = 0;
  let isDeep = false;
  const parser = new Parser({
    onopentagname() {
      depth += 1;
      isDeep ||= depth > DEEPEST;
    },
    onclosetag() {
      depth -= 1;
    },
  });
  for (let at = 0; at < html.length && !isDeep; at += PIECE) parser.write(html.slice(at, at + PIECE));
  return isDeep;
}
