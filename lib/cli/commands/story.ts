import { standings } from '../../compare/standing.ts';
import type { ChangeRecord } from '../../model/report.ts';
import { changesOfArticle } from '../../monitor/article.ts';
import { storyView } from '../../view/story.ts';
import { recordData } from '../../view/worded.ts';
import type { Command } from '../command.ts';
import { readLedger, storyNamed } from '../ledger.ts';
import { readOptions, readTime } from '../options.ts';
import { openTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const HELP = `claimwatch story SLUG [options]

Prints a story's claims with their standing: stands, in question, developing,
overtaken or lapsed.

  --as-of TIME      as things were known then (2025-12-02 or 2025-12-02T09:00:00Z)
  --table NAME      a DynamoDB table instead of the embedded one in .claimwatch/
  --json            one JSON document`;

export const story: Command = {
  name: 'story',
  about: 'print the claims of a story with their standing',
  help: HELP,
  async run(argv, terminal) {
    const { values, positionals } = readOptions(argv, {
      table: { type: 'string' },
      'as-of': { type: 'string' },
      json: { type: 'boolean' },
    } as const);
    const [slug, ...rest] = positionals;
    if (slug === undefined || rest.length > 0)
      throw new UsageError(`story needs one SLUG, found ${positionals.length}`);
    const asOf = values['as-of'] === undefined ? null : readTime('--as-of', values['as-of']);
    const { records, close } = await openTable(values);
    try {
      const ledger = await readLedger(records, await storyNamed(records, slug), asOf);
      const { article } = ledger.story.baseline;
      const state = await records.articleState(article.url);
      const changed = state?.page ? changesOfArticle(article, state.page) : null;
      const page = state && { checkedAt: state.checkedAt, failure: state.failure, changed };
      const data = (record: ChangeRecord) => recordData(record, ledger.story);
      const waiting = await records.waitingItems(slug, new Date());
      const claims = standings(ledger.story, ledger.changes, asOf ?? new Date());
      terminal.out(
        values.json
          ? JSON.stringify(
              {
                story: slug,
                article,
                articlePage: page,
                waiting: waiting.map(({ item, ...rest }) => ({ guid: item.guid, ...rest })),
                claims: claims.map(({ slots: _, records: own, ...claim }) => ({
                  ...claim,
                  records: own.map(data),
                })),
                turns: ledger.changes.filter(({ claimId }) => claimId === null).map(data),
              },
              null,
              2,
            )
          : storyView(article, page, waiting, claims, { width: terminal.width, paint: terminal.colors }),
      );
      return 0;
    } finally {
      await close();
    }
  },
};
