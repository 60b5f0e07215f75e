import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
/** Debian's Chromium, where it is. */
const CHROMIUM = PLACES.find((path) => path !== undefined && existsSync(path));
/** Without a browser these tests are left out; where everything must be tested they fail. */
export const HAS_BROWSER = CHROMIUM !== undefined || process.env['CI'] === 'true';
export const WITHOUT = HAS_BROWSER ? '' : ' (left out: no Chromium; apt-get install chromium)';

/** A page with what it told: lines on its console, errors, and requests that left loopback. */
export interface Watched {
  readonly page: Page;
  readonly told: string[];
}

/** A browser for the tests of a file. @returns opens a page */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<Watched> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (!HAS_BROWSER) return;
    if (!CHROMIUM)
      throw new Error(
        `There is no Chromium at ${PLACES.filter(Boolean).join(', ')}: apt-get install chromium`,
      );
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser?.close());
  return async (options = {}) => {
    if (!browser) throw new Error('There is no browser: is the test left out without one?');
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const told: string[] = [];
    page.on('console', (message) => told.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => told.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|file:|data:)/.test(request.url()))
        told.push(`request: ${request.url()}`);
    });
    return { page, told };
  };
}

/** What axe-core finds on a page, evaluated in it: its policy lets no script be added. */
export async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    "axe.run({ resultTypes: ['violations'], preload: false })",
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

interface Served {
  readonly url: string;
  readonly host: string;
  close(): Promise<void>;
}

/** Serves an app on a free port of loopback. */
export async function serveApp(
  make: (hosts: () => readonly string[]) => { fetch: (request: Request) => Response | Promise<Response> },
): Promise<Served> {
  let host = '';
  const app = make(() => [host]);
  const server = createServer(getRequestListener(app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
