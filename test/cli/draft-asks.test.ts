import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { useNewsroom } from '../support/newsroom.ts';
import { type Provider, startProvider } from '../support/provider.ts';
import { openTerminal } from '../support/pty.ts';

/** A draft with somebody at the terminal. */

useNewsroom();

const CASE = join(import.meta.dirname, '../draft/cases/listeria-recall');
const ARTICLE = readFileSync(join(CASE, 'article.html'), 'utf8');

let provider: Provider;
beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());
afterEach(() => rmSync('draft.yaml', { force: true }));

const drafted = () => parse(readFileSync('draft.yaml', 'utf8'));
const model = () => `openai:${provider.url}/v1#test`;

describe('at a terminal', { timeout: 60_000 }, () => {
  test('asks what to keep, again where that can’t be read', async () => {
    writeFileSync('article.html', ARTICLE);
    const terminal = openTerminal(['draft', 'article.html', '--offline', '--out', 'draft.yaml']);
    await terminal.until(/Keep which\? .*\)/);
    terminal.press('99\r');
    await terminal.until(/Found "99", expected numbers from 1 to \d+, like "1-5 8"[\s\S]*Keep which\?/);
    terminal.press('2-3 17\r');
    expect(await terminal.ended()).toBe(0);
    expect(drafted().claims).toHaveLength(3);
  });

  test('says that the text leaves this machine, and sends nothing without a yes', async () => {
    writeFileSync('article.html', ARTICLE);
    const terminal = openTerminal(['draft', 'article.html', '--reader', model(), '--out', 'draft.yaml']);
    await terminal.until(
      /whole text of the article, \d+ words, published or not, goes to 127\.0\.0\.1:\d+ \(test\)[\s\S]*Send it\?/,
    );
    terminal.press('n\r');
    await terminal.until(/Nothing was sent, and nothing drafted/);
    expect([await terminal.ended(), provider.sent.length]).toEqual([1, 0]);
  });
});
