import { standings } from '../../compare/standing.ts';
import { lastWatched } from '../../model/baseline.ts';
import type { ChangeRecord } from '../../model/report.ts';
import { lastLookOf } from '../../monitor/article.ts';
import { readLedger } from '../../monitor/ledger.ts';
import { storyView } from '../../view/story.ts';
import { recordData } from '../../view/worded.ts';
import { AS_OF, command, JSON_OUT, TABLE, ZONE } from '../command.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';

export const story = command({
  name: 'story',
  about: 'print the claims of a story with their standing',
  help: `Prints a story's claims with their standing:
stands: nothing was reported on it; in question: only possible changes were; developing: dated, moved, confirmed or answered, but not settled; overtaken: done, called off, denied, or its figure replaced; lapsed: its time went by, and nothing says what became of it.`,
  args: { name: 'SLUG', least: 1, most: 1 },
  options: { 'as-of': AS_OF, zone: ZONE, table: TABLE, json: JSON_OUT },
  run: ({ values, args: [slug = ''] }, terminal) =>
    usingTable(values, async (records) => {
      const asOf = values['as-of'] ?? null;
      const ledger = await readLedger(records, await storyNamed(records, slug), asOf);
      const { story: kept } = ledger;
      const { article, until } = kept.baseline;
      const state = await records.articleState(article.url);
      const page = lastLookOf(article, state);
      const data = (record: ChangeRecord) => recordData(record, kept);
      const waiting = await records.waitingItems(slug, new Date());
      const claims = standings(kept, ledger.changes, lastWatched(kept.baseline, asOf ?? new Date()));
      if (!values.json)
        terminal.out(
          storyView(kept, page, waiting, claims, screenOf(terminal, values, await readSettingsFile())),
        );
      else
        terminal.out(
          JSON.stringify(
            {
              story: slug,
              article,
              until: until ?? null,
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
          ),
        );
      return 0;
    }),
});
