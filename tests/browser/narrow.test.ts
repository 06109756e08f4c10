import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const pages = [
  'index.html',
  '404.html',
  'en/index.html',
  'fa/index.html',
  'en/search.html',
  'fa/search.html?q=%DA%A9%D8%A7%D8%A8%D9%84',
  'en/works.html',
  'fa/people.html',
  'en/alliances.html',
  'fa/solar-hijri.html',
  'en/half-space.html',
  'fa/the-couplet.html',
  'both/solar-hijri.html',
  'both/the-couplet.html',
];

describe.each([
  [320, 100],
  [320, 200],
  [390, 200],
  [1280, 200],
])('%i px wide, text at %i %%', (width, size) => {
  test.each(pages)('nothing runs over the side: %s', async (path) => {
    const page = await site.openPage('en/works.html', { viewport: { width, height: 740 } });
    // The page for missing addresses is asked for by its own.
    await page.goto(site.url + path);
    const over = await page.evaluate(async (percent) => {
      document.documentElement.style.fontSize = `${percent}%`;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }, size);
    expect(over).toBe(0);
    await page.context().close();
  });
});

test.each(['both/two-falls.html', 'en/two-falls.html', 'fa/گاه‌شمار-دو-سقوط.html'])(
  'no row of a table is taller than a third of a phone’s window: %s',
  async (path) => {
    const page = await site.openPage(path, { viewport: { width: 390, height: 740 } });
    const heights = await page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(5);
    expect(Math.max(...heights)).toBeLessThan(740 / 3);
    await page.context().close();
  },
);

test('the bar is one line at every width while the text has its usual size', async () => {
  for (const width of [320, 390, 700, 1280]) {
    const page = await site.openPage('fa/alliances.html', { viewport: { width, height: 740 } });
    expect(await page.locator('.b-bar').evaluate((bar) => bar.getBoundingClientRect().height), `${width}`).toBe(48);
  }
});

test.each(['en/the-couplet.html', 'fa/the-couplet.html'])('every mark of a twin is in the window: %s', async (path) => {
  const page = await site.openPage(path, { viewport: { width: 390, height: 740 }, hasTouch: true });
  const outside = await page.locator('article .twin').evaluateAll(
    (links) =>
      links.filter((link) => {
        // What is wider than the window scrolls, and its marks with it.
        const table = link.closest('.b-table');
        if (table && table.scrollWidth > table.clientWidth) return false;
        const { left, right } = link.getBoundingClientRect();
        const mark = getComputedStyle(link, '::before');
        const end = parseFloat(mark.insetInlineStart) + parseFloat(mark.inlineSize);
        return mark.direction === 'rtl' ? right - end < 0 : left + end > innerWidth;
      }).length,
  );
  expect(outside).toBe(0);
});

test.each([390, 1280])('no mark of a twin is on a line of its own, %d wide', async (width) => {
  for (const path of ['en/the-couplet.html', 'fa/the-couplet.html', 'en/alliances.html', 'fa/alliances.html']) {
    const page = await site.openPage(path, { viewport: { width, height: 740 }, hasTouch: width < 600 });
    await page.evaluate(() => document.fonts.ready);
    const alone = await page.locator('article p[data-unit] > .twin').evaluateAll((links) =>
      links.flatMap((link) => {
        // The last line of the paragraph's words.
        const words = document.createTreeWalker(link.parentElement!, NodeFilter.SHOW_TEXT, (node) =>
          link.contains(node) || !node.textContent!.trim() || node.parentElement!.closest('[data-gloss], .b-sr-only')
            ? NodeFilter.FILTER_REJECT
            : NodeFilter.FILTER_ACCEPT,
        );
        let last: Node | null = null;
        while (words.nextNode()) last = words.currentNode;
        const range = document.createRange();
        range.selectNodeContents(last!);
        const line = [...range.getClientRects()].at(-1)!;
        const { top, bottom } = link.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        return middle < line.top - 4 || middle > line.bottom + 4 ? [link.parentElement!.dataset.unit] : [];
      }),
    );
    expect(alone, path).toEqual([]);
    await page.context().close();
  }
});
