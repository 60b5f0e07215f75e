import { InputError } from '../model/input-error.ts';
import { shortId } from '../model/report.ts';
import { PATHS } from '../view/page/site.ts';
import { fileAddress, fileOf } from './address.ts';
import { pageApp } from './app.ts';
import type { PageOptions } from './context.ts';
import { type PageRecords, viewOf } from './ledgers.ts';
import { oneEditor } from './visitors.ts';

/** Under which name the pages are made; it stands nowhere in them. */
const HOST = 'claimwatch.invalid';

/**
 * All pages as files, as the routes answer them, to be opened from a disk or served by any host.
 * @param url where they will stand, for the feeds, which need whole addresses; without it there are no feeds
 * @returns how many files
 */
export async function exportPages(
  table: PageRecords,
  {
    zone,
    now,
    since,
    url,
  }: Pick<PageOptions, 'zone' | 'since'> & { readonly now: Date; readonly url: string | null },
  write: (file: string, text: string) => Promise<void>,
): Promise<number> {
  const app = pageApp({
    records: (work) => work(table),
    // Each story is folded once for all of its pages.
    views: new Map(),
    visitors: oneEditor(null, ''),
    zone,
    now: () => now,
    hosts: () => [HOST],
    address: fileAddress,
    since,
    feeds: url === null ? null : () => url,
    failed: String,
    seenCookie: 'seen',
    refused: () => {},
  });
  const paths = await allPaths(table, now, url !== null);
  for (const path of paths) {
    // Rows come from other hands, too: nothing is written beside the folder.
    if (!/^(?:[\w-]+\/)*[\w.-]*$/.test(path) || path.includes('..'))
      throw new InputError(
        `The page "${path}" has no place in a folder: expected names of letters, digits and hyphens`,
      );
    const answer = await app.request(`http://${HOST}/${path}`, { headers: { host: HOST } });
    if (!answer.ok)
      throw new Error(`The page ${path} could not be made: ${answer.status} ${await answer.text()}`);
    await write(fileOf(path), await answer.text());
  }
  return paths.length;
}

async function allPaths(table: PageRecords, now: Date, hasFeeds: boolean): Promise<string[]> {
  const stories = await table.stories();
  const own = await Promise.all(
    stories.map(async (story) => {
      const view = await viewOf(table, story, null, now);
      const { slug, claims, turns } = view;
      const records = [...claims.flatMap((claim) => claim.records), ...turns];
      return [
        PATHS.story(slug),
        PATHS.correction(slug),
        ...records.map(({ id }) => PATHS.record(slug, shortId(id))),
        ...(['csv', 'json', 'md'] as const).map((format) => PATHS.export(slug, format)),
        ...(hasFeeds
          ? feedsOf(
              slug,
              claims.map(({ claim }) => claim.id),
            )
          : []),
      ];
    }),
  );
  return [PATHS.index, PATHS.style, PATHS.script, PATHS.icon, ...(hasFeeds ? feedsOf() : []), ...own.flat()];
}

function feedsOf(slug?: string, claims: readonly string[] = []): string[] {
  return (['atom', 'json'] as const).flatMap((format) => [
    PATHS.feed(format, slug),
    ...claims.map((claim) => PATHS.feed(format, slug, claim)),
  ]);
}
