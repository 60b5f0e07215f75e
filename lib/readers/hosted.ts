import type { Reader } from '../model/answer.ts';
import { InputError } from '../model/input-error.ts';
import type { ReaderSettings } from '../model/reader-settings.ts';
import type { Answers } from './answers.ts';
import { type Budget, budgeted, type Limits, type Used } from './model/budget.ts';
import { measuredOf, priceOf, takesOf } from './model/models.ts';
import { failedReply, type Wire } from './model/wire.ts';
import { type HostedReader, hostedIdentity, tellsKeyPlainly } from './named.ts';

/** What a hosted reader needs besides its name. */
export interface HostedContext {
  readonly settings: ReaderSettings;
  readonly answers: Answers;
  readonly budget: Budget;
  readonly limitsOf: (story: string) => Limits;
  /** Of an OpenAI-compatible provider; none for a model on your own machine, nor for Bedrock. */
  readonly key: string | undefined;
  readonly now: () => Date;
  /** Told of each request that was sent. */
  readonly used: (used: Used) => void;
  /** Told of each parameter that the provider refused and that is left out from now on. */
  readonly note: (text: string) => void;
}

/** A hosted model as a reader. @throws InputError where its key would be told over plain http */
export async function openHosted(named: HostedReader, context: HostedContext): Promise<Reader> {
  return readerOver(await openWire(named, context), named, context);
}

/** A way to a hosted model, within its budget. @throws as above */
export async function openWire(named: HostedReader, context: Omit<HostedContext, 'answers'>): Promise<Wire> {
  const { settings } = context;
  const [{ retrying, politely }, wire] = await Promise.all([
    import('./model/send.ts'),
    wireTo(named, context),
  ]);
  const price = priceOf(named.model, settings.models[named.model]);
  return politely(retrying(budgeted(wire, { ...context, price })));
}

/** A hosted model as a reader by its kept answers alone: it asks nobody. */
export function openKept(
  named: HostedReader,
  context: Pick<HostedContext, 'settings' | 'answers' | 'now'>,
): Promise<Reader> {
  return readerOver(SILENT, named, context);
}

/** A wire to nobody: kept answers are all there is. */
const SILENT: Wire = {
  ask: async () => failedReply('no answer is kept of it, and none is asked for here', true),
};

async function readerOver(
  wire: Wire,
  named: HostedReader,
  { settings, answers, now }: Pick<HostedContext, 'settings' | 'answers' | 'now'>,
): Promise<Reader> {
  // Clients and prompts are loaded where a model is asked.
  const { modelReader } = await import('./model/reader.ts');
  const { model } = named;
  const { textLength, requestItems } = settings;
  const { id } = hostedIdentity(named, settings);
  const measured = measuredOf(model, settings.models[model]);
  return modelReader({ id, wire, measured, textLength, requestItems, answers, now });
}

async function wireTo(
  { kind, what, model }: HostedReader,
  { settings, key, note }: Pick<HostedContext, 'settings' | 'key' | 'note'>,
): Promise<Wire> {
  const timeoutMs = settings.timeoutSeconds * 1000;
  const takes = takesOf(kind, model, settings.models[model]);
  if (kind === 'bedrock') {
    const { bedrock } = await import('./model/bedrock.ts');
    return bedrock({ model, takes, timeoutMs, note });
  }
  if (key && tellsKeyPlainly({ kind, what, model }))
    throw new InputError(
      `reader: ${new URL(what).host} would get your key over plain http: use https, or give no key`,
    );
  const { chatCompletions } = await import('./model/chat-completions.ts');
  return chatCompletions({ baseUrl: what, model, key, takes, timeoutMs, note });
}
