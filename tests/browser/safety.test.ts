import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { readHeadersFile } from '../support/headers-file.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { tourSite } from '../support/tour-site.ts';

vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
let server: StaticServer;
beforeAll(async () => {
  browser = await launchChromium();
  const headers = readHeadersFile(await readFile(join(inject('dist'), '_headers'), 'utf8'));
  server = await serveFolder(inject('dist'), { notFound: '404.html', headers });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens an address and gathers what must not happen: markup of ours, requests elsewhere, dialogs. */
async function openHostile(path: string): Promise<{ page: Page; faults: string[]; close(): Promise<void> }> {
  const faults: string[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) faults.push(`asked for ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`threw ${error.message}`));
  await page.goto(server.url + path);
  return { page, faults, close: () => context.close() };
}

const markup = `"'><x-owned></x-owned><img src=x onerror=alert(1)><script>alert(1)</script><svg/onload=alert(1)>`;
/** As they stand in an address: the third is no UTF-8. */
const payloads = [encodeURIComponent(markup), 'javascript:alert(1)', '%E0%A4%A', '__proto__'];

describe('under the policy of the pages and that of the header file', () => {
  test('pages of every kind load, search and lead on, and ask nobody else for anything', async () => {
    const { faults } = await tourSite(browser, { root: server.url, notFound: true, search: true });
    expect(faults).toEqual([]);
  });

  test.each(['index.html', 'en/alliances.html', 'both/two-falls.html', 'fa/search.html', 'en/topics.html', '404.html'])(
    '%s runs no text as code and shows none as markup',
    async (path) => {
      const { page, close } = await openHostile(path);
      const outcome = await page.evaluate(() => {
        const tries: Record<string, () => unknown> = {
          markup: () => {
            document.body.innerHTML = '<b></b>';
          },
          address: () => {
            document.createElement('script').src = 'data:,1';
          },
        };
        return Object.entries(tries).flatMap(([name, run]) => {
          try {
            run();
            return [name];
          } catch {
            return [];
          }
        });
      });
      expect(outcome).toEqual([]);
      const inline = await page.evaluate(async () => {
        const script = document.createElement('script');
        script.append('window.owned = 1');
        try {
          document.head.append(script);
        } catch {
          // Stopped even earlier.
        }
        const styled = document.createElement('p');
        for (const [name, value] of [
          ['style', 'color: rgb(1, 2, 3)'],
          ['onclick', 'window.owned = 1'],
        ] as const) {
          try {
            styled.setAttribute(name, value);
          } catch {
            // Trusted Types object to handlers in the first place.
          }
        }
        document.body.append(styled);
        styled.click();
        // From a timer, because what the test itself evaluates is exempt.
        await new Promise<void>((resolve) =>
          setTimeout(() => {
            try {
              Reflect.construct(Function, ['window.owned = 1'])();
            } catch {
              // As it should be.
            }
            resolve();
          }),
        );
        const elsewhere = await fetch('https://beyt.example/').then(
          () => 'reached',
          () => 'stopped',
        );
        return { owned: 'owned' in window, colour: getComputedStyle(styled).color === 'rgb(1, 2, 3)', elsewhere };
      });
      expect(inline).toEqual({ owned: false, colour: false, elsewhere: 'stopped' });
      await close();
    },
  );
});

describe('hostile addresses', () => {
  const kinds = [
    (p: string) => `en/alliances.html?${p}#${p}`,
    (p: string) => `fa/nim-fasela.html?q=${p}&unit=${p}#:~:text=${p}`,
    (p: string) => `both/two-falls.html?order=${p}&hide=${p}&width=${p}#${p}`,
    (p: string) => `en/search.html?q=${p}&topic=${p}&person=${p}&year=${p}&original=${p}&sort=${p}#${p}`,
    (p: string) => `fa/search.html?q=کابل&topic=${p}`,
    (p: string) => `index.html?${p}#${p}`,
  ];
  const missing = [(p: string) => `en/${p.replaceAll('%2F', '/')}.html?${p}`, (p: string) => `/evil.example/en/${p}`];
  test.each(payloads)('%s never becomes markup', async (payload) => {
    const { page, faults, close } = await openHostile('robots.txt');
    const findMarkup = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('x-owned, [onerror], [onload], [src="x"], a[href^="javascript:"]')].map(
          (element) => element.outerHTML,
        ),
      );
    for (const kind of payload.startsWith('%22') ? [...kinds, ...missing] : kinds) {
      const address = server.url + kind(payload);
      await page.goto(address);
      if (/search/.test(page.url())) {
        await page.waitForFunction(() => document.querySelector('[data-search-status]')?.textContent !== '');
        await page.waitForTimeout(200);
      }
      const owned = await findMarkup();
      if (/alliances|two-falls/.test(page.url())) {
        // What scripts keep of the address, they may use when the reader moves on.
        await Promise.all([page.waitForEvent('load'), page.keyboard.press('t')]);
        owned.push(...(await findMarkup()));
      }
      expect([...owned, ...faults], address).toEqual([]);
      expect(page.url().startsWith(server.url)).toBe(true);
    }
    await close();
  });

  test('what a reader types into the search box stays text', async () => {
    const { page, faults, close } = await openHostile('en/search.html');
    const input = page.locator('main input[name=q]');
    await input.fill(`Kabul ${markup}`);
    await input.press('Enter');
    await page.waitForTimeout(1000);
    expect(await page.locator('x-owned').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });
});
