import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite({ folder: inject('walk') });
});
afterAll(() => site.close());

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Opens the menu of the first block that a selector names and chooses one of its items. */
async function copyBlock(page: Page, selector: string, item: string, format = 'plain'): Promise<string> {
  await page.locator(selector).first().hover();
  await page.locator('.b-tools > button').last().click();
  await page.locator('.b-menu select').selectOption(format);
  await page.getByRole('button', { name: item, exact: true }).click();
  await page.waitForFunction(() => document.querySelector('.b-menu [role=status]')?.textContent);
  await page.keyboard.press('Escape');
  return page.evaluate(
    async (type) => {
      const [copied] = await navigator.clipboard.read();
      return (await copied!.getType(type)).text();
    },
    format === 'html' ? 'text/html' : 'text/plain',
  );
}

test('code keeps its lines and its spaces', async () => {
  const page = await site.openPage('en/walk.html', clipboard);
  expect(await copyBlock(page, 'pre[data-unit]', 'English')).toBe('bridge  0\nweir   40\nmill  120');
});

test('half-lines are on lines of their own, each with its direction', async () => {
  const page = await site.openPage('fa/walk.html', clipboard);
  const halves = ['آبی که گذشت و چرخ را گرداند، رفت', 'ما مانده به آنچه می‌گذرد، دل بستیم'];
  expect(await copyBlock(page, '.b-beyt[data-unit]', 'فارسی')).toBe(
    halves.map((half) => `\u2067${half}\u2069`).join('\n'),
  );
  expect(await copyBlock(page, '.b-beyt[data-unit]', 'فارسی', 'markdown')).toBe(
    halves.map((half) => `> \u2067${half}\u2069`).join('  \n'),
  );
  expect(await copyBlock(page, '.b-beyt[data-unit]', 'فارسی', 'html')).toContain(
    `<p lang="fa" dir="rtl">${halves.join('<br>')}</p>`,
  );
});

test('a browser without rich clipboards copies the text', async () => {
  const page = await site.openPage('en/walk.html', clipboard);
  await page.evaluate('delete window.ClipboardItem');
  expect(await copyBlock(page, 'h2[data-unit]', 'English')).toBe('By the river');
});
