import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Outputs } from './listen.ts';
import { type Change, changesOf, functionNamed, invoke, settled } from './looks.ts';

/** The pages of a deployment on the emulator: opened by a link, refused without, decided on, announced, revoked. */

const run = promisify(execFile);

interface Deployed {
  readonly story: string;
  readonly deploy: (settings: object) => Promise<Outputs>;
  /** What was announced so far. */
  readonly events: () => Promise<readonly { detail: { record?: { id: string } } }[]>;
  readonly tell: (text: string) => void;
}

export async function decideByPage({ story, deploy, events, tell }: Deployed): Promise<void> {
  const outputs = await deploy({ page: true });
  const url = outputs.PageUrl ?? '';
  const ask = await pagesAt(url);
  assert.equal((await ask('/')).statusCode, 403);
  tell(`deployed again with pages at ${url}, which are refused without a link`);

  const { stdout } = await run('npx', ['tsx', 'bin/claimwatch.ts', 'page', 'link', '--for', 'Ada']);
  const entered = await ask(new URL(stdout.trim()).pathname);
  const cookies = [entered.cookies?.[0]?.split(';')[0] ?? ''];
  const page = await ask(`/stories/${story}/`, { cookies });
  assert.equal(page.statusCode, 200);
  assert.match(page.body, /Deciding as <bdi>Ada<\/bdi>/);
  tell('a link for Ada opened them');

  const known = new Set((await events()).map(({ detail }) => detail.record?.id));
  const open = (await changesOf(outputs, '--possible')).find(({ id }) => !known.has(id));
  assert.ok(open, 'a record that was not announced waits for a yes or no');
  await decide(ask, story, open, 'accepted', cookies);
  const sure = await changesOf(outputs);
  assert.deepEqual(
    sure.map(({ id }) => id),
    [open.id],
  );
  const announced = await settled(async () =>
    (await events()).filter(({ detail }) => detail.record?.id === open.id),
  );
  assert.equal(announced.length, 1);
  await decide(ask, story, open, 'undone', cookies);
  assert.deepEqual(await changesOf(outputs), []);
  tell('a yes on the page made a record sure, and it was announced, once; undone it is possible again');

  await run('npx', ['tsx', 'bin/claimwatch.ts', 'page', 'link', '--revoke', 'Ada']);
  assert.equal((await ask(`/stories/${story}/`, { cookies })).statusCode, 403);
  await run('npx', ['tsx', 'bin/claimwatch.ts', 'page', 'link', '--for', 'Bob']);
  const listed = await run('npx', ['tsx', 'bin/claimwatch.ts', 'page', 'link', '--list']);
  assert.match(listed.stdout, /^\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}Bob\n$/);
  const rotated = await run('npx', ['tsx', 'bin/claimwatch.ts', 'page', 'link', '--rotate']);
  assert.match(rotated.stderr, /1 link ended/);
  tell('the link was revoked, and the session with it; a new key ended the other one');
}

type Ask = Awaited<ReturnType<typeof pagesAt>>;

async function decide(ask: Ask, story: string, { id }: Change, verdict: string, cookies: string[]) {
  const { body: page } = await ask(`/stories/${story}/`, { cookies });
  const short = id.slice(id.lastIndexOf('.') + 1);
  const [, token = ''] = /name="token" value="([\w-]+)"/.exec(page) ?? [];
  const [, state = ''] = new RegExp(`data-id="${short}".*?name="state" value="(\\w+)"`, 's').exec(page) ?? [];
  const answer = await ask(`/stories/${story}/records/${short}/decide`, {
    method: 'POST',
    cookies,
    body: String(new URLSearchParams({ token, state, verdict, note: 'seen on the page' })),
  });
  assert.equal(JSON.parse(answer.body).outcome, 'kept', answer.body);
}

/** Hands requests to the function behind an address as AWS does; the emulator gives the address, and answers it not. */
async function pagesAt(url: string) {
  const name = await functionNamed('PageServe');
  const host = new URL(url).host;
  return async (
    path: string,
    given: { readonly method?: string; readonly cookies?: string[]; readonly body?: string } = {},
  ): Promise<{ statusCode: number; body: string; cookies?: string[] }> => {
    const { method = 'GET', cookies = [], body } = given;
    const headers = {
      host,
      accept: 'application/json',
      ...(body && { origin: `https://${host}`, 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const event = {
      version: '2.0',
      rawPath: path,
      rawQueryString: '',
      cookies,
      headers,
      requestContext: { domainName: host, http: { method, path, sourceIp: '192.0.2.1' } },
      body,
      isBase64Encoded: false,
    };
    return (await invoke(name, event)) as { statusCode: number; body: string; cookies?: string[] };
  };
}
