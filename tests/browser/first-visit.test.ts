import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { makeDeviceFonts } from '../support/device-fonts.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true };
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const pages = [
  'en/alliances.html',
  'fa/alliances.html',
  'both/alliances.html',
  'en/index.html',
  'fa/index.html',
  'fa/works.html',
];

let server: StaticServer;
beforeAll(async () => {
  server = await serveFolder(inject('dist'), { compress: true });
});
afterAll(() => server.close());

/** A page of a reader who has never been here. */
async function openFirst(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as never as { shift: number }).shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return page;
}

const readShift = (page: Page) => page.evaluate(() => (window as never as { shift: number }).shift);

/** The fonts that an element's text is painted in, by their families. */
async function readFonts(page: Page, selector: string): Promise<string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { root } = await client.send('DOM.getDocument', { depth: -1 });
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName, isCustomFont }) => `${familyName}${isCustomFont ? '' : ' of the device'}`).sort();
}

describe('on a line of 1.6 Mbit/s and 80 ms', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test.each(
    pages.flatMap((path) => [
      { path, device: 'phone', options: phone },
      { path, device: 'desk', options: desk },
    ]),
  )(
    'the first visit to $path by $device shows both faces within 2.5 s, and nothing moves',
    async ({ path, options }) => {
      const page = await openFirst(browser, options);
      const client = await page.context().newCDPSession(page);
      await client.send('Network.enable');
      await client.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 80,
        downloadThroughput: 1.6e6 / 8,
        uploadThroughput: 1.6e6 / 8,
      });
      await page.goto(server.url + path, { waitUntil: 'commit' });
      await page.waitForFunction(() => {
        const { dataset } = document.documentElement;
        return document.querySelector('.b-foot') && dataset.waiting === undefined;
      });
      expect(await page.evaluate(() => performance.now())).toBeLessThan(2500);
      expect(await readFonts(page, 'main h1, .b-masthead p')).not.toContain(expect.stringContaining('of the device'));
      const other = path.startsWith('fa') ? 'en' : 'fa';
      const name = other === 'fa' ? 'Vazirmatn' : 'Newsreader 16pt 16pt';
      expect(await readFonts(page, `.b-bar [lang|="${other}"]`)).toEqual([name]);
      await wait(300);
      expect(await readShift(page)).toBeLessThanOrEqual(0.02);
      await page.context().close();
    },
  );
});

describe.skipIf(process.platform !== 'linux')('fonts that come late move nothing', () => {
  const noto = '@fontsource-variable/noto';
  const files = (name: string) => `@fontsource/${name}/files/${name}-latin-400-normal.woff2`;
  const naskh = `${noto}-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2`;
  const sans = `${noto}-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2`;
  describe.each([
    { device: 'Georgia and Noto Naskh Arabic', fonts: [files('gelasio'), naskh] },
    { device: 'Noto Serif and Noto Naskh Arabic', fonts: [files('noto-serif'), naskh] },
    { device: 'Times New Roman and Noto Sans Arabic', fonts: [files('tinos'), sans] },
    { device: 'its own fonts', fonts: [] },
  ])('over $device', ({ fonts }) => {
    let browser: Browser;
    let folder: string;
    beforeAll(async () => {
      const device = await makeDeviceFonts(fonts);
      folder = device.folder;
      browser = await launchChromium(fonts.length ? device.env : {});
    });
    afterAll(async () => {
      await browser.close();
      await rm(folder, { recursive: true });
    });

    // `npm run test:fonts` tries all of these.
    const delays = process.env.FONT_DELAYS === 'all' ? [0, 100, 600, 3000] : [600];
    test.each(delays)('by %i ms', { timeout: 60_000 }, async (late) => {
      const shifts: Record<string, number> = {};
      const visit = async (path: string, options: BrowserContextOptions) => {
        const page = await openFirst(browser, options);
        await page.route('**/*.woff2', async (route) => {
          await wait(late);
          await route.continue();
        });
        await page.goto(server.url + path);
        await page.waitForFunction(() => document.documentElement.dataset.waiting === undefined);
        await wait(300);
        shifts[`${path} ${options.viewport!.width}`] = await readShift(page);
        await page.context().close();
      };
      for (const options of [phone, desk]) await Promise.all(pages.map((path) => visit(path, options)));
      expect(Object.entries(shifts).filter(([, shift]) => shift > 0.02)).toEqual([]);
    });
  });
});
