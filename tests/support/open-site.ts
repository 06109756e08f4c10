import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchChromium } from './chromium.ts';
import { type StaticServer, serveFolder } from './server.ts';

export interface OpenSite {
  readonly browser: Browser;
  readonly server: StaticServer;
  /** With a slash at its end. */
  readonly url: string;
  /** In a context of its own. `close()` fails if the page asked another host, or threw an uncaught error. */
  openPage(path: string, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** `beforeAll(openSite)`, `afterAll(close)`. */
export async function openSite({
  base = '/',
  folder = inject('dist'),
  headers = () => ({}),
}: Parameters<typeof serveFolder>[1] & { folder?: string } = {}): Promise<OpenSite> {
  const server = await serveFolder(folder, { base, headers });
  const browser = await launchChromium();
  const faults: string[] = [];
  const contexts: BrowserContext[] = [];
  const host = new URL(server.url).host;
  return {
    browser,
    server,
    url: server.url,
    async openPage(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.host !== host) faults.push(`${path} asked for ${url.href}`);
      });
      page.on('pageerror', (error) => {
        // The browser reports a skipped transition between pages, which is nothing that the page does.
        if (!/^Transition was (?:aborted|skipped)/.test(error.message)) faults.push(`${path} threw ${error.message}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`${path} complained: ${message.text()} ${message.location().url}`);
      });
      await page.goto(new URL(path, server.url).href);
      return page;
    },
    async close() {
      for (const context of contexts) await context.close();
      await browser.close();
      await server.close();
      if (faults.length) throw new Error(faults.join('\n'));
    },
  };
}
