import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test.each(['fa/solar-hijri.html', 'en/solar-hijri.html', 'en/the-couplet.html', 'fa/nim-fasela.html'])(
  'at 320 px no number or date of %s is broken, and a wide table shows that it goes on',
  async (path) => {
    const page = await site.openPage(path, { viewport: { width: 320, height: 740 } });
    const cells = await page.locator('article td').evaluateAll((all) =>
      all.map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const lines = Math.round(range.getBoundingClientRect().height / parseFloat(getComputedStyle(cell).lineHeight));
        return { words: cell.textContent!.trim(), lines };
      }),
    );
    const dates = cells.filter(({ words }) => /^[^\p{L}]+$|^\S* ?\p{Nd}/u.test(words) && words.length <= 32);
    expect(dates.length).toBeGreaterThan(path.includes('nim') ? 0 : 2);
    expect(dates.filter(({ lines }) => lines > 1)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const boxes = await page.locator('.b-table').evaluateAll((all) =>
      all.map((box) => ({
        wide: box.scrollWidth > box.clientWidth,
        shades: getComputedStyle(box).backgroundAttachment,
        focusable: (box as HTMLElement).tabIndex === 0,
      })),
    );
    for (const { shades, focusable } of boxes) {
      expect(shades).toBe('local, local, scroll, scroll');
      expect(focusable).toBe(true);
    }
    if (path.includes('solar')) expect(boxes.some(({ wide }) => wide)).toBe(true);
  },
);

test.each([
  ['left', 'left'],
  ['center', 'center'],
  ['right', 'right'],
])('a column that its author puts to the %s is there, in Persian too', async (side, aligned) => {
  for (const path of ['en/solar-hijri.html', 'fa/solar-hijri.html']) {
    const page = await site.openPage(path);
    const cell = page.locator('article td').first();
    expect(
      await cell.evaluate((element, value) => {
        element.setAttribute('data-align', value);
        return getComputedStyle(element).textAlign;
      }, side),
    ).toBe(aligned);
    await page.context().close();
  }
});
