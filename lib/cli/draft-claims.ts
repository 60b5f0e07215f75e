import { readFile } from 'node:fs/promises';
import type { Draft } from '../draft/draft.ts';
import { finishDraft, MOST_CLAIMS } from '../draft/finish.ts';
import { draftByModel } from '../draft/model/draft-by-model.ts';
import { type DraftReply, readDraftReply } from '../draft/model/reply.ts';
import { draftByRules } from '../draft/rules/draft-by-rules.ts';
import { type Sentence, sentencesOf } from '../draft/sentences.ts';
import { InputError } from '../model/input-error.ts';
import { openWire } from '../readers/hosted.ts';
import { type HostedReader, isHosted, limitsBy, type NamedReader } from '../readers/named.ts';
import type { KnownArticle } from './article-source.ts';
import type { Settings } from './settings-file.ts';
import { usingTable } from './table.ts';

export interface DraftContext {
  readonly story: string;
  readonly settings: Settings;
  readonly note: (text: string) => void;
}

/**
 * The claims of an article by a named reader: a model, its recorded answer, or the rules.
 * @throws InputError where the model failed, or the file of its answer can't be read
 */
export async function draftClaims(
  article: KnownArticle,
  named: NamedReader,
  context: DraftContext,
): Promise<{ readonly draft: Draft; readonly sentences: readonly Sentence[] }> {
  const sentences = sentencesOf(article.paragraphs);
  const { claims, names } = isHosted(named)
    ? await askModel(article, sentences, named, context)
    : named.kind === 'answers'
      ? recorded(await answerText(named.what), named.what)
      : draftByRules(article, sentences, MOST_CLAIMS);
  return { draft: finishDraft(claims, names, article, sentences), sentences };
}

type Proposed = Extract<DraftReply, { outcome: 'drafted' }>;

async function askModel(
  article: KnownArticle,
  sentences: readonly Sentence[],
  named: HostedReader,
  { story, settings, note }: DraftContext,
): Promise<Proposed> {
  // What it costs counts towards the day's budget.
  const drafted = await usingTable({}, async (records) => {
    const wire = await openWire(named, {
      settings,
      budget: records,
      limitsOf: limitsBy(settings, []),
      key: process.env['OPENAI_API_KEY'],
      now: () => new Date(),
      used: () => {},
      note,
    });
    return draftByModel(story, article, sentences, wire);
  });
  if (drafted.outcome === 'failed')
    throw new InputError(`Nothing was drafted: ${drafted.why}. Try again, or draft with --reader rules.`);
  return drafted;
}

function recorded(text: string, file: string): Proposed {
  const reply = readDraftReply(text);
  if (reply.outcome === 'drafted') return reply;
  throw new InputError(`${file} holds no recorded draft: ${reply.fault}`);
}

async function answerText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError(
      `--reader answers:${file} cannot be read (${error.code}): expected a recorded draft`,
    );
  });
}
