import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

interface Couplet {
  /** Lines that each half-line takes. */
  readonly lines: readonly number[];
  readonly isFacing: boolean;
  /** Pixels by which the second half-line begins after the first, where it is below it. */
  readonly inset: number;
  /** Pixels by which either leaves the couplet's column. */
  readonly over: number;
  /** Widest space between two words ÷ size of the type. */
  readonly space: number;
}

async function readCouplets(page: Page): Promise<Couplet[]> {
  await page.waitForFunction(() => document.documentElement.dataset.waiting === undefined);
  await page.evaluate(() => {
    document.documentElement.dataset.whole = '';
  });
  return page.locator('.b-beyt:lang(fa)').evaluateAll((couplets) =>
    couplets.map((couplet) => {
      const halves = [...couplet.querySelectorAll('.b-misra')].map((half) => {
        const range = document.createRange();
        const node = half.firstChild!;
        range.selectNodeContents(half);
        const box = range.getBoundingClientRect();
        const size = parseFloat(getComputedStyle(half).fontSize);
        const spaces = [...node.nodeValue!.matchAll(/ /g)].map(({ index }) => {
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          return range.getBoundingClientRect().width / size;
        });
        return { box, lines: Math.round(box.height / (size * 1.56)), space: Math.max(0, ...spaces) };
      });
      const [first, second] = halves.map(({ box }) => box) as [DOMRect, DOMRect];
      const column = couplet.parentElement!.getBoundingClientRect();
      return {
        lines: halves.map(({ lines }) => lines),
        isFacing: Math.abs(first.top - second.top) < 2,
        inset: first.right - second.right,
        over: Math.max(
          column.left - Math.min(first.left, second.left),
          Math.max(first.right, second.right) - column.right,
        ),
        space: Math.max(...halves.map(({ space }) => space)),
      };
    }),
  );
}

describe.each([320, 360, 768, 1280])('at %d px', (width) => {
  test.each(['fa/the-couplet.html', 'en/the-couplet.html', 'both/the-couplet.html', 'fa/solar-hijri.html'])(
    '%s sets verse as it is printed',
    async (path) => {
      const page = await site.openPage(path, { viewport: { width, height: 740 } });
      const couplets = await readCouplets(page);
      expect(couplets.length).toBeGreaterThan(2);
      for (const { lines, isFacing, inset, over, space } of couplets) {
        expect(lines).toEqual([1, 1]);
        expect(over).toBeLessThan(1);
        // A half-line of three words has two spaces to be stretched by a quarter of its width with.
        expect(space).toBeLessThan(1.4);
        if (!isFacing) expect(inset).toBeGreaterThan(8);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      // The short metres face each other wherever there is room for two.
      if (width >= 768 && path === 'fa/the-couplet.html') expect(couplets[0]!.isFacing).toBe(true);
      if (width <= 360) expect(couplets.some(({ isFacing }) => isFacing)).toBe(false);
    },
  );
});

test.each([360, 390, 1280])('at %d px no half-line of an English rendering is broken', async (width) => {
  const page = await site.openPage('en/the-couplet.html', { viewport: { width, height: 740 } });
  await page.waitForFunction(() => document.documentElement.dataset.waiting === undefined);
  const lines = await page.locator('.b-beyt:not(:lang(fa)) .b-misra').evaluateAll((halves) =>
    halves.map((half) => {
      const range = document.createRange();
      range.selectNodeContents(half);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
  expect(lines.length).toBeGreaterThan(8);
  expect(lines.filter((count) => count > 1)).toEqual([]);
});

test('a facing page shows once what both editions quote in Persian, and the rendering faces it', async () => {
  const page = await site.openPage('both/the-couplet.html');
  const line = 'به نام خداوند جان و خرد';
  expect(await page.getByText(line, { exact: true }).count()).toBe(1);
  const row = page.locator('[data-row]', { hasText: line });
  expect(await row.locator('[lang=en]').first().textContent()).toContain('In the name of the lord');
});

test('where there are no styles, as in feeds, a half-line is a line', async () => {
  const response = await fetch(`${site.url}fa/feed.xml`);
  expect(await response.text()).toMatch(/به نام خداوند جان و خرد[^b]*span[^b]*br/);
});
