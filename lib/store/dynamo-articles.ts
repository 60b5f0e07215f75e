import type { ArticleState } from '../model/article-page.ts';
import type { Articles } from '../monitor/ports.ts';
import type { TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer } from './versions.ts';

interface ArticleRow {
  readonly version: number;
  readonly state: ArticleState;
}

/** What the pages of watched articles said, a row for each. */
export function dynamoArticles({ get, getAll, put }: TableClient): Articles {
  return {
    articleState: async (url) => toState(await get<ArticleRow>(KEYS.article(url))),

    async articleStates(urls) {
      const rows = await getAll<ArticleRow>([...new Set(urls)].map(KEYS.article));
      return new Map(rows.flatMap((row) => toState(row) ?? []).map((state) => [state.url, state]));
    },

    saveArticleState: (state, until) => put('article', KEYS.article(state.url), { state }, until),
  };
}

function toState(row: ArticleRow | undefined): ArticleState | null {
  refuseNewer('article', row);
  return row?.state ?? null;
}
