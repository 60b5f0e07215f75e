/** Addresses of a site that is served: `stories/peace-plan/` → `/stories/peace-plan/`. */
export function servedAddress(path: string): string {
  return `/${path}`;
}

/**
 * Addresses between files, from a disk or below any folder of a host: from `stories/peace-plan/` to `style.css` it is
 * `../../style.css`, and to a page its file.
 */
export function fileAddress(path: string, from: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const hash = path.indexOf('#');
  const [plain, anchor] = hash < 0 ? [path, ''] : [path.slice(0, hash), path.slice(hash)];
  return `${up || './'}${fileOf(plain)}${anchor}`;
}

/** The file in which a path is kept. */
export function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
