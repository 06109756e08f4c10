import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test('the root page offers both languages', async () => {
  const page = await site.openPage('index.html');
  expect(await page.locator('a[hreflang=en][href="en/index.html"]').count()).toBe(1);
});
