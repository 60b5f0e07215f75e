import { readFile } from 'node:fs/promises';
import type { Reader } from '../model/answer.ts';
import { InputError } from '../model/input-error.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import { createDeadline } from '../readers/deadline.ts';
import { type HostedContext, openHosted, openKept } from '../readers/hosted.ts';
import { type Measured, UNMEASURED } from '../readers/measured.ts';
import { measuredOf } from '../readers/model/models.ts';
import {
  type HostedReader,
  hostedOfId,
  isHosted,
  type NamedReader,
  parseReaderName,
} from '../readers/named.ts';
import { readRecorded, recordedReader } from '../readers/recorded.ts';
import { rulesReader } from '../readers/rules/reader.ts';
import type { ReadBy } from '../view/read-by.ts';
import { UsageError } from './usage-error.ts';

/** @throws UsageError for a name that is none */
export function readerNamed(name: string): NamedReader {
  const named = parseReaderName(name);
  if ('fault' in named) throw new UsageError(`--reader: ${named.fault}`);
  return named;
}

/** The option that names what judges. */
export const readerOption = {
  value: 'NAME',
  about:
    'what judges: rules, answers:FILE (recorded ones), bedrock:MODEL_OR_PROFILE or openai:BASE_URL#MODEL; else what the baseline names, else what .claimwatch/settings.yaml sets, else rules',
  read: (_name: string, given: string): string => {
    readerNamed(given);
    return given;
  },
};

/** A model, whose answers are kept. @throws UsageError for any other reader */
export function modelNamed(name: string): HostedReader {
  const named = readerNamed(name);
  if (!isHosted(named))
    throw new UsageError(
      `--reader: found "${name}", expected a model: bedrock:MODEL or openai:BASE_URL#MODEL`,
    );
  return named;
}

/** The reader of a name, which asks a provider what it has not answered yet. @throws InputError where its file cannot be read */
export function openReader(name: string, context: Omit<HostedContext, 'key' | 'now'>): Promise<Reader> {
  const named = readerNamed(name);
  if (!isHosted(named)) return openLocal(named, context.settings);
  return openHosted(named, { ...context, key: process.env['OPENAI_API_KEY'], now: () => new Date() });
}

/** The reader of a name by what is kept alone: it asks nobody. @throws InputError where its file cannot be read */
export function openSilent(
  name: string,
  context: Pick<HostedContext, 'settings' | 'answers'>,
): Promise<Reader> {
  const named = readerNamed(name);
  if (!isHosted(named)) return openLocal(named, context.settings);
  return openKept(named, { ...context, now: () => new Date() });
}

async function openLocal({ kind, what }: NamedReader, settings: ReaderSettings): Promise<Reader> {
  if (kind === 'rules') return rulesReader(createDeadline());
  return recordedReader(readRecorded(await fileText(what), what), (reader) => measuredFor(reader, settings));
}

/** What judges, as a run says it. @param isSet a reader was named, by an option or in the settings */
export function readByOf(name: string, isSet: boolean, { models }: ReaderSettings): ReadBy {
  const { kind, what, model } = readerNamed(name);
  if (kind === 'rules') return { kind, isSet };
  if (kind === 'answers') return { kind, file: what };
  const measured = measuredOf(model, models[model]);
  return { kind: 'model', name, sure: measured === UNMEASURED ? null : measured.sure };
}

/** How often the findings of a reader are right that a recorded answer names, by its id. */
function measuredFor(reader: string, { models }: ReaderSettings): Measured {
  const model = hostedOfId(reader)?.model ?? '';
  return measuredOf(model, models[model]);
}

async function fileText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new InputError(
      `--reader answers:${file} cannot be read: ${code === 'ENOENT' ? 'there is no such file' : code}; expected recorded answers, a JSON object a line`,
    );
  }
}
