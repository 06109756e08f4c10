import puppeteer, { type KeyInput, type LaunchOptions } from 'puppeteer-core';
import type { Remote } from './remote.ts';

/** Starts Chromium (any since 92) or Firefox, without a window. */
export async function launchWithPuppeteer(options: LaunchOptions): Promise<Remote> {
  const browser = await puppeteer.launch({ headless: true, defaultViewport: null, ...options });
  const page = await browser.newPage();
  let faults: string[] = [];
  page.on('pageerror', (error) => {
    const { message } = error as Error;
    // The browser's own word for a transition that it skipped: nothing that the page does.
    if (!/^Transition was (?:aborted|skipped)/.test(message)) faults.push(`threw ${message}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`logged ${message.text()} ${message.location().url ?? ''}`);
  });
  return {
    async open(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    run: (work, argument) => page.evaluate(work as () => never, argument as never),
    press: (key) => page.keyboard.press(key as KeyInput),
    click: (selector) => page.click(selector),
    async back() {
      await page.goBack({ waitUntil: 'load' });
    },
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    resize: (width, height) => page.setViewport({ width, height }),
    takeFaults() {
      const taken = faults;
      faults = [];
      return taken;
    },
    close: () => browser.close(),
  };
}
