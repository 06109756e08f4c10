import puppeteer, { type KeyInput, type LaunchOptions } from 'puppeteer-core';
import type { Remote } from './remote.ts';

/** Starts Chromium (any since 92) or Firefox, without a window. */
export async function launchWithPuppeteer(options: LaunchOptions): Promise<Remote> {
  const browser = await puppeteer.launch({ headless: true, defaultViewport: null, ...options });
  let faults: string[] = [];
  let size = { width: 1280, height: 900 };
  const openTab = async () => {
    const tab = await browser.newPage();
    await tab.setViewport(size);
    tab.on('pageerror', (error) => {
      const { message } = error as Error;
      // The browser's own word for a transition that it skipped: nothing that the page does.
      if (!/^Transition was (?:aborted|skipped)/.test(message)) faults.push(`threw ${message}`);
    });
    tab.on('console', (message) => {
      if (message.type() === 'error') faults.push(`logged ${message.text()} ${message.location().url ?? ''}`);
    });
    return tab;
  };
  let page = await openTab();
  return {
    async open(url) {
      // A tab of its own: after a page that Firefox had kept, the driver takes one load for the next.
      const left = page;
      page = await openTab();
      await left.close();
      await page.goto(url, { waitUntil: 'load' });
    },
    run: (work, argument) => page.evaluate(work as () => never, argument as never),
    async press(key) {
      const keys = key.split('+') as KeyInput[];
      for (const one of keys) await page.keyboard.down(one);
      for (const one of keys.reverse()) await page.keyboard.up(one);
    },
    click: (selector) => page.click(selector),
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    async resize(width, height) {
      size = { width, height };
      await page.setViewport(size);
    },
    print: (width, height) => page.pdf({ width: `${width}mm`, height: `${height}mm`, preferCSSPageSize: false }),
    takeFaults() {
      const taken = faults;
      faults = [];
      return taken;
    },
    close: () => browser.close(),
  };
}
