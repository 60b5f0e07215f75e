import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./assets/', import.meta.url);

/** The style sheets and the scripts, each in the order of their names as one, and the picture of the site; read once. */
export const ASSETS = {
  style: () => once('style', () => names('.css').map(read).join('\n')),
  script: () => once('script', () => names('.js').map(read).join('\n')),
  icon: () => once('icon', () => read('icon.svg')),
} as const;

function names(ending: string): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}

const KNOWN = new Map<string, string>();

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

function once(name: string, make: () => string): string {
  const text = KNOWN.get(name) ?? make();
  KNOWN.set(name, text);
  return text;
}
