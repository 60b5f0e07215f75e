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
    visitors: oneEditor(null, ''),
    zone,
    now: () => now,
    hosts: () => [HOST],
    address: fileAddress,
    since,
    feeds: url === null ? null : () => url,
    explain: String,
    refused: () => {},
  });
  const paths = await allPaths(table, now, url !== null);
  for (const path of paths) {
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
