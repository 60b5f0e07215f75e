import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { Reader, Usage } from '../model/answer.ts';
import { InputError } from '../model/input-error.ts';
import { READER_NAMES, type ReaderSettings, readerName } from '../model/reader-settings.ts';
import type { Answers } from '../readers/answers.ts';
import { digest } from '../readers/digests.ts';
import { type Measured, UNMEASURED } from '../readers/measured.ts';
import { PROMPT } from '../readers/model/data/prompt.ts';
import { measuredOf, takesOf } from '../readers/model/models.ts';
import { FORM } from '../readers/model/request.ts';
import { failedReply, type Wire } from '../readers/model/wire.ts';
import { readRecorded, recordedReader } from '../readers/recorded.ts';
import { rulesReader } from '../readers/rules/reader.ts';
import type { ReadBy } from '../view/read-by.ts';
import { UsageError } from './usage-error.ts';

/** What a hosted reader needs besides its name. */
export interface ReaderContext {
  readonly settings: ReaderSettings;
  readonly answers: Answers;
  readonly note: (text: string) => void;
  /** Told of the tokens of each request. */
  readonly used?: (usage: Usage) => void;
  /** A model is asked what it has not answered yet. @default true */
  readonly asks?: boolean;
}

/** How a reader is named: its kind, and what it names. */
interface Named {
  readonly kind: 'rules' | 'answers' | 'bedrock' | 'openai';
  /** A file, a model, or the address of `/chat/completions`. */
  readonly what: string;
  readonly model: string;
}

/** @throws UsageError for a name that is none */
export function readerNamed(name: string): Named {
  const [, kind = '', what = ''] = /^(\w+)(?::(.*))?$/s.exec(name) ?? [];
  if (!v.is(readerName, name)) {
    // An address may hold a password.
    const found = kind === 'openai' ? 'an openai: name that cannot be used' : `"${name}"`;
    throw new UsageError(`--reader: found ${found}, expected ${READER_NAMES}`);
  }
  const at = what.lastIndexOf('#');
  if (kind === 'openai') {
    const url = URL.parse(what.slice(0, at));
    if (!url || url.username || url.password || url.search)
      throw new UsageError(
        `--reader: found an address that cannot be used, expected one like http://127.0.0.1:11434/v1 without a name, a password or a query; the key belongs into OPENAI_API_KEY`,
      );
    return { kind, what: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, model: what.slice(at + 1) };
  }
  return { kind: kind as Named['kind'], what, model: what };
}

/** Whether a reader is a model, whose answers are kept. */
export function isHosted(name: string): boolean {
  const { kind } = readerNamed(name);
  return kind === 'bedrock' || kind === 'openai';
}

/** The reader of a name. @throws InputError where its file cannot be read */
export async function openReader(name: string, context: ReaderContext): Promise<Reader> {
  const { kind, what, model } = readerNamed(name);
  if (kind === 'rules') return rulesReader();
  if (kind === 'answers')
    return recordedReader(readRecorded(await fileText(what), what), (reader) =>
      measuredFor(reader, context.settings),
    );
  const { settings, answers, used = () => {} } = context;
  // Clients and prompts are loaded where a model is asked.
  const { modelReader } = await import('../readers/model/reader.ts');
  return modelReader({
    id: hostedId(name, settings),
    wire: await wireTo({ kind, what, model }, context),
    measured: measuredOf(model, settings.models[model]),
    textLength: settings.textLength,
    requestItems: settings.requestItems,
    answers,
    now: () => new Date(),
    used,
  });
}

/** What judges, as a run says it. @param isSet a reader was named, by an option or in the settings */
export function readByOf(name: string, isSet: boolean, { models }: ReaderSettings): ReadBy {
  const { kind, what, model } = readerNamed(name);
  if (kind === 'rules') return { kind, isSet };
  if (kind === 'answers') return { kind, file: what };
  const measured = measuredOf(model, models[model]);
  return { kind: 'model', name, sure: measured === UNMEASURED ? null : measured.sure };
}

/** A hosted reader's id: its name, and a digest of all that shapes its answers. */
export function hostedId(name: string, { textLength, models }: ReaderSettings): string {
  const { kind, what, model } = readerNamed(name);
  const plain = kind === 'openai' ? `${kind}:${what}#${model}` : name;
  const shape = [PROMPT, FORM, String(textLength), JSON.stringify(models[model]?.takes ?? null)];
  return `${plain}@${digest(shape).slice(0, 8)}`;
}

/** How often the findings of a reader are right that a recorded answer names, by its id. */
function measuredFor(reader: string, { models }: ReaderSettings): Measured {
  const model = reader.replace(/@[\da-f]+$/, '').replace(/^bedrock:|^.*#/, '');
  return measuredOf(model, models[model]);
}

async function wireTo(
  { kind, what, model }: Named,
  { settings, note, asks = true }: ReaderContext,
): Promise<Wire> {
  if (!asks) return SILENT;
  const timeoutMs = settings.timeoutSeconds * 1000;
  if (kind === 'bedrock') {
    const { bedrock } = await import('../readers/model/bedrock.ts');
    return bedrock({ model, takes: takesOf('bedrock', model, settings.models[model]), timeoutMs, note });
  }
  const { chatCompletions } = await import('../readers/model/chat-completions.ts');
  const takes = takesOf('openai', model, settings.models[model]);
  const key = process.env['OPENAI_API_KEY'];
  if (key && /^http:/.test(what) && !LOOPBACK.test(new URL(what).hostname))
    throw new InputError(
      `--reader: ${new URL(what).host} would get your key (OPENAI_API_KEY) over plain http: use https, or unset the key`,
    );
  return chatCompletions({
    baseUrl: what,
    model,
    key,
    takes,
    timeoutMs,
    note,
  });
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** A wire to nobody: kept answers are all there is. */
const SILENT: Wire = {
  ask: async () => failedReply('no answer is kept of it, and none is asked for here', false),
};

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
