import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./assets/', import.meta.url);

/** The style sheets in the order of their names, the script and the picture of the site, read once. */
export const ASSETS = {
  style: () => names('.css').map(read).join('\n'),
  script: () => read('script.js'),
  icon: () => read('icon.svg'),
} as const;

function names(ending: string): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}

const KNOWN = new Map<string, string>();

function read(name: string): string {
  const text = KNOWN.get(name) ?? readFileSync(new URL(name, FOLDER), 'utf8');
  KNOWN.set(name, text);
  return text;
}
