import type { Baseline } from '../model/baseline.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { priceOf } from '../readers/model/models.ts';
import {
  type HostedReader,
  isHosted,
  type NamedReader,
  parseReaderName,
  readerNameOf,
  strangeReader,
  tellsKeyPlainly,
} from '../readers/named.ts';

/** What judges the stories of a deployment. */
export interface DeployedReaders {
  readonly isHosted: boolean;
  readonly bedrockModels: readonly string[];
  /** The hosted ones by their names. */
  readonly names: readonly string[];
  /** What the functions are told. */
  readonly told: ReaderSettings;
}

/** What all stories together may spend in a day, in US dollars, unless told otherwise. */
const DAILY_BUDGET = 1;

/** What judges the stories, or why it cannot: each fault with what was found and what was expected. */
export function deployedReaders(
  settings: ReaderSettings & { readonly keyParameter: string | null },
  stories: readonly Baseline[],
): DeployedReaders | { readonly faults: readonly string[] } {
  const { dailyBudget, keyParameter } = settings;
  const named = new Map<string, NamedReader>();
  const faults = stories.flatMap((story) => strangeReader(story, settings) ?? []);
  // That of the settings counts also where no story is read by it yet: one may be put later.
  for (const name of new Set([
    readerNameOf({}, settings),
    ...stories.map((story) => readerNameOf(story, settings)),
  ])) {
    const parsed = parseReaderName(name);
    if ('fault' in parsed) faults.push(`claimwatch.reader: ${parsed.fault}`);
    else named.set(name, parsed);
  }
  const hosted = [...named.values()].filter(isHosted);
  faults.push(...hosted.flatMap((reader) => hostedFaults(reader, settings, keyParameter)));
  if (faults.length > 0) return { faults: [...new Set(faults)] };
  const { reader, dailyBudgetPerStory, meanwhile, textLength, requestItems, timeoutSeconds, models } =
    settings;
  return {
    isHosted: hosted.length > 0,
    names: [...named].filter(([, each]) => isHosted(each)).map(([name]) => name),
    bedrockModels: hosted.filter(({ kind }) => kind === 'bedrock').map(({ model }) => model),
    told: {
      reader,
      dailyBudget: dailyBudget ?? DAILY_BUDGET,
      dailyBudgetPerStory,
      meanwhile,
      textLength,
      requestItems,
      timeoutSeconds,
      // Those that are read by: a function's environment is small.
      models: Object.fromEntries(
        Object.entries(models).filter(([name]) => hosted.some(({ model }) => model === name)),
      ),
    },
  };
}

/** So long a deployed model may take: so that a call gets to several requests. */
const MOST_SECONDS = 120;

function hostedFaults(
  reader: HostedReader,
  { models, timeoutSeconds }: ReaderSettings,
  keyParameter: string | null,
): string[] {
  const { what, model } = reader;
  const faults = [];
  if (!priceOf(model, models[model]))
    faults.push(
      `claimwatch.models["${model}"].price: found none, expected { "input": …, "output": … } in US dollars a million tokens: no budget can hold a model whose price is not known`,
    );
  if (keyParameter && tellsKeyPlainly(reader))
    faults.push(`claimwatch.reader: found ${what}, expected https: the key would be told over plain http`);
  if (timeoutSeconds > MOST_SECONDS)
    faults.push(
      `claimwatch.timeoutSeconds: found ${timeoutSeconds}, expected at most ${MOST_SECONDS} in a deployment: its function reads for five minutes`,
    );
  return faults;
}
