import * as v from 'valibot';
import type { ReaderIdentity } from '../model/answer.ts';
import type { Baseline } from '../model/baseline.ts';
import { isLoopback } from '../model/loopback.ts';
import { READER_NAMES, type ReaderSettings, readerName } from '../model/reader-settings.ts';
import { digest } from './digests.ts';
import { worthOf } from './measured.ts';
import type { Limits } from './model/budget.ts';
import { microsOf } from './model/cost.ts';
import { PROMPT } from './model/data/prompt.ts';
import { measuredOf } from './model/models.ts';
import { FORM } from './model/request.ts';
import { BY_RULES } from './rules/id.ts';

/** How a reader is named: its kind, and what it names. */
export interface NamedReader {
  readonly kind: 'rules' | 'answers' | 'bedrock' | 'openai';
  /** A file, a model, or the address of `/chat/completions`. */
  readonly what: string;
  readonly model: string;
}

/** A model over a network, whose answers are kept. */
export interface HostedReader extends NamedReader {
  readonly kind: 'bedrock' | 'openai';
}

/** A reader by its name, or what is wrong with it: what was found, and what was expected. */
export function parseReaderName(name: string): NamedReader | { readonly fault: string } {
  const [, kind = '', what = ''] = /^(\w+)(?::(.*))?$/s.exec(name) ?? [];
  if (!v.is(readerName, name)) {
    // An address may hold a password.
    const found = kind === 'openai' ? 'an openai: name that cannot be used' : `"${name}"`;
    return { fault: `found ${found}, expected ${READER_NAMES}` };
  }
  if (kind !== 'openai') return { kind: kind as NamedReader['kind'], what, model: what };
  const at = what.lastIndexOf('#');
  const url = URL.parse(what.slice(0, at));
  if (!url || url.username || url.password || url.search)
    return {
      fault:
        'found an address that cannot be used, expected one like http://127.0.0.1:11434/v1 without a name, a password or a query; the key belongs in OPENAI_API_KEY, or in the parameter that keyParameter names',
    };
  return { kind, what: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, model: what.slice(at + 1) };
}

export function isHosted(named: NamedReader): named is HostedReader {
  return named.kind === 'bedrock' || named.kind === 'openai';
}

/** A hosted reader's name, with a digest of all that shapes its answers, and what its findings are worth. */
export function hostedIdentity(
  { kind, what, model }: HostedReader,
  { textLength, models }: Pick<ReaderSettings, 'textLength' | 'models'>,
): ReaderIdentity {
  const plain = kind === 'openai' ? `${kind}:${what}#${model}` : `${kind}:${model}`;
  const shape = [PROMPT, FORM, String(textLength), JSON.stringify(models[model]?.takes ?? null)];
  return {
    id: `${plain}@${digest(shape).slice(0, 8)}`,
    worth: worthOf(measuredOf(model, models[model])),
  };
}

/** The name of the hosted reader that an id is of; undefined where it is of another. */
export function hostedNameOf(id: string): string | undefined {
  return /^((?:bedrock|openai):.*)@[\da-f]+$/.exec(id)?.[1];
}

/** The hosted reader that an id is of; null where it is of another. */
export function hostedOfId(id: string): HostedReader | null {
  const named = parseReaderName(hostedNameOf(id) ?? '');
  return 'fault' in named || !isHosted(named) ? null : named;
}

/** Whether a key would be told over plain http, beyond this machine. */
export function tellsKeyPlainly({ kind, what }: NamedReader): boolean {
  if (kind !== 'openai' || !what.startsWith('http:')) return false;
  return !isLoopback(new URL(what).hostname);
}

/** What judges in a deployment, known without opening it: a hosted model, or the rules. */
export function identityOf(
  named: NamedReader,
  settings: Pick<ReaderSettings, 'textLength' | 'models'>,
): ReaderIdentity {
  return isHosted(named) ? hostedIdentity(named, settings) : BY_RULES;
}

/** What judges where nothing else is named. */
export const RULES_NAME = 'rules';

/** What judges a story: what its baseline names, else the settings, else the rules; by its name. */
export function readerNameOf(
  { reader }: Pick<Baseline, 'reader'>,
  settings: Pick<ReaderSettings, 'reader'>,
): string {
  return reader ?? settings.reader ?? RULES_NAME;
}

/**
 * Why a story may not be judged by what its baseline names; null where it may. A baseline may come from anywhere: it names
 * no provider to whom the settings do not send texts, and a key, anyway.
 */
export function strangeReader(
  { reader, story }: Pick<Baseline, 'reader' | 'story'>,
  settings: Pick<ReaderSettings, 'reader'>,
): string | null {
  if (reader === undefined) return null;
  const named = parseReaderName(reader);
  if ('fault' in named) return `the story "${story}": reader: ${named.fault}`;
  if (named.kind !== 'openai') return null;
  const own = parseReaderName(settings.reader ?? 'rules');
  if (!('fault' in own) && own.kind === 'openai' && own.what === named.what) return null;
  return `the story "${story}": reader: found a provider at ${named.what}, expected the one that the settings name: a baseline chooses no other for your texts and your key`;
}

/** What the stories may spend in a day. */
export function limitsBy(
  settings: Pick<ReaderSettings, 'dailyBudget' | 'dailyBudgetPerStory'>,
  baselines: readonly Pick<Baseline, 'story' | 'dailyBudget'>[],
): (story: string) => Limits {
  const own = new Map(baselines.map(({ story, dailyBudget }) => [story, dailyBudget]));
  const micros = (dollars: number | null) => (dollars === null ? null : microsOf(dollars));
  return (story) => ({
    all: micros(settings.dailyBudget),
    story: micros(own.get(story) ?? settings.dailyBudgetPerStory),
  });
}
