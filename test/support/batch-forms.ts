import { bridgeAnswers } from './bridge-answers.ts';
import { BRIDGE_COVERAGE } from './story.ts';

/** A provider's form of a batch. */
export interface Form {
  readonly reader: (url: string) => string;
  // biome-ignore lint/suspicious/noExplicitAny: lines of two forms
  readonly user: (line: any) => string;
  // biome-ignore lint/suspicious/noExplicitAny: lines of two forms
  readonly idOf: (line: any) => string;
  readonly answer: (id: string, text: string) => object;
  readonly failure: (id: string) => object;
}

export const OPENAI: Form = {
  reader: (url) => `openai:${url}/v1#llama3.3`,
  user: ({ body }) => body.messages[1].content,
  idOf: ({ custom_id }) => custom_id,
  answer: (custom_id, content) => ({
    id: 'batch_req_1',
    custom_id,
    response: {
      status_code: 200,
      body: {
        choices: [{ finish_reason: 'stop', message: { content } }],
        usage: { prompt_tokens: 1_000, completion_tokens: 100 },
      },
    },
    error: null,
  }),
  failure: (custom_id) => ({
    custom_id,
    response: { status_code: 429, body: { error: { message: 'slow down' } } },
    error: null,
  }),
};
export const BEDROCK: Form = {
  reader: () => 'bedrock:eu.amazon.nova-lite-v1:0',
  user: ({ modelInput }) => modelInput.messages[0].content[0].text,
  idOf: ({ recordId }) => recordId,
  answer: (recordId, text) => ({
    recordId,
    modelInput: {},
    modelOutput: {
      output: { message: { role: 'assistant', content: [{ text }] } },
      stopReason: 'end_turn',
      usage: { inputTokens: 1_000, outputTokens: 100, totalTokens: 1_100 },
    },
  }),
  failure: (recordId) => ({ recordId, modelInput: {}, error: { errorCode: 429, errorMessage: 'slow down' } }),
};

const said = new Map(BRIDGE_COVERAGE.map(({ title }, i) => [title, bridgeAnswers()[i]?.changes ?? []]));

/** A good answer to a line of a batch. */
export function answerTo(form: Form, line: object): object {
  const items = form
    .user(line)
    .split('\n')
    .slice(1)
    .map((each) => JSON.parse(each))
    .map(({ item, title }) => ({ item, changes: said.get(title) ?? [], new: [] }));
  return form.answer(form.idOf(line), JSON.stringify({ items }));
}
