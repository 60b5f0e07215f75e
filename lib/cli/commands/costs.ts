import type { Baseline } from '../../model/baseline.ts';
import type { ReaderSettings } from '../../model/reader-settings.ts';
import type { Records } from '../../monitor/ports.ts';
import { storyOf } from '../../monitor/story.ts';
import { BATCH_SHARE, costOf, mostFor, usageExpected } from '../../readers/model/cost.ts';
import { type Price, priceOf } from '../../readers/model/models.ts';
import { hostedIdentity, RULES_NAME, readerNameOf } from '../../readers/named.ts';
import { DAY_MS } from '../../text/edtf.ts';
import { costsData, costsTable, type Forecast, forecastView } from '../../view/costs.ts';
import { readBaselineFile } from '../baseline-file.ts';
import { command, JSON_OUT, TABLE, text, whole } from '../command.ts';
import { modelNamed } from '../reader.ts';
import { type AskedRequest, requestsAbout, unanswered } from '../requests-about.ts';
import { screenOf } from '../screen.ts';
import { readSettingsFile } from '../settings-file.ts';
import { storyNamed } from '../story-named.ts';
import { usingTable } from '../table.ts';
import { UsageError } from '../usage-error.ts';

const DAYS = 7;
/** So long days are kept. */
const MOST_DAYS = 400;

export const costs = command({
  name: 'costs',
  about: 'print what was spent on models, or what a change would cost',
  help: `Prints what was spent on models, by day (UTC) and story, in US dollars: spent, held for requests on their way or of which nothing was heard, left of the day's limit, and on batches, which no limit holds.`,
  options: {
    days: whole('N', `so many days, today first (${DAYS})`, 1, MOST_DAYS),
    story: text('SLUG', 'of this story only'),
    if: text(
      'FILE',
      'instead: what a changed baseline would ask again about the items that are kept, and at what price',
    ),
    reader: text('NAME', 'with --if: the model; else what the baseline or .claimwatch/settings.yaml names'),
    table: TABLE,
    json: JSON_OUT,
  },
  async run({ values }, terminal) {
    const settings = await readSettingsFile();
    const screen = screenOf(terminal, {}, settings);
    const baseline = values.if === undefined ? null : await readBaselineFile(values.if, terminal.note);
    return usingTable(values, async (records) => {
      if (values.story !== undefined) await storyNamed(records, values.story);
      if (baseline) {
        const forecast = await forecastOf(baseline, values.reader, records, settings);
        terminal.out(
          values.json ? JSON.stringify(forecast, null, 2) : forecastView(forecast, BATCH_SHARE, screen),
        );
        return 0;
      }
      const { story, days = DAYS } = values;
      const today = Date.now();
      const names = Array.from({ length: days }, (_, i) =>
        new Date(today - i * DAY_MS).toISOString().slice(0, 10),
      );
      const spent = (await records.budgetsOf(names)).map((day) => ({
        ...day,
        stories: new Map([...day.stories].filter(([slug]) => story === undefined || slug === story)),
      }));
      if (values.json) terminal.out(JSON.stringify(costsData(spent), null, 2));
      else if (spent.length === 0)
        terminal.note(
          `No request to a model with a known price was sent in ${days} days: nothing was counted.`,
        );
      else terminal.out(costsTable(spent, screen));
      return 0;
    });
  },
});

/** @throws UsageError where no model judges the story */
async function forecastOf(
  baseline: Baseline,
  option: string | undefined,
  records: Records,
  settings: ReaderSettings,
): Promise<Forecast> {
  const { story: slug, claims } = baseline;
  const name = option ?? readerNameOf(baseline, settings);
  if (option === undefined && name === RULES_NAME)
    throw new UsageError(
      'costs --if: no model is named, neither by the baseline nor by the settings: add --reader NAME',
    );
  const reader = modelNamed(name);
  const { id } = hostedIdentity(reader, settings);
  const story = storyOf(baseline);
  const kept = await records.keptItems(slug, new Date());
  const toAsk = await unanswered(story, kept, id, records);
  const price = priceOf(reader.model, settings.models[reader.model]);
  const requests = requestsAbout(story, toAsk, settings);
  const sum = (of: (asked: AskedRequest, price: Price) => number) =>
    price && requests.reduce((total, asked) => total + of(asked, price), 0) / 1e6;
  const before = (await records.story(slug))?.baseline.claims ?? [];
  const has = (all: Baseline['claims'], { id: own, text }: Baseline['claims'][number]) =>
    all.some((claim) => claim.id === own && claim.text === text);
  return {
    story: slug,
    reader: id,
    added: claims.filter((claim) => !has(before, claim)).map((claim) => claim.id),
    removed: before
      .filter(({ id: own }) => !claims.some((claim) => claim.id === own))
      .map((claim) => claim.id),
    kept: kept.length,
    items: toAsk.length,
    requests: requests.length,
    likely: sum(({ request, items }, at) => costOf(at, usageExpected(request, items.length))),
    most: sum(({ request }, at) => mostFor(at, request)),
  };
}
