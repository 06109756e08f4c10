import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenSite, openSite } from '../support/open-site.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds against WCAG 2.2 A and AA, as `rule: element` lines. */
async function findFaults(page: Page): Promise<string[]> {
  // The page's policy lets no foreign script in; the protocol's own evaluation is not bound by it.
  await page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> };
    };
    interface Violation {
      id: string;
      nodes: { html: string }[];
    }
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const states: [name: string, path: string, options: BrowserContextOptions, act?: (page: Page) => Promise<unknown>][] = [
  ['English article', 'en/alliances.html', {}],
  ['Persian article in the dark', 'fa/alliances.html', { colorScheme: 'dark' }],
  ['Persian article, 320 px wide', 'fa/named-groups.html', { viewport: { width: 320, height: 640 }, hasTouch: true }],
  ['article at 200 % zoom', 'en/two-falls.html', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }],
  ['more contrast', 'en/the-couplet.html', { contrast: 'more' }],
  ['forced colours', 'fa/the-couplet.html', { forcedColors: 'active' }],
  [
    'interlinear',
    'en/named-groups.html',
    {},
    async (page) => {
      await page.keyboard.press('Shift+P');
      await page.locator('.b-peek').first().waitFor();
    },
  ],
  [
    'a block’s menu open',
    'fa/alliances.html',
    {},
    async (page) => {
      await page.locator('article p[data-unit]').nth(1).hover();
      await page.locator('.b-tools > button').last().click();
    },
  ],
  ['a note open', 'en/named-groups.html', {}, (page) => page.locator('[data-footnote-ref]').first().click()],
  ['the keys shown', 'fa/alliances.html', {}, (page) => page.keyboard.press('?')],
  ['facing pages', 'both/alliances.html', {}],
  [
    'facing pages on a phone, Persian hidden',
    'both/the-couplet.html?hide=fa',
    { viewport: { width: 360, height: 740 } },
  ],
  ['English front page', 'en/index.html', {}],
  ['Persian front page in the dark', 'fa/index.html', { colorScheme: 'dark' }],
  ['both front doors', 'index.html', {}],
];

describe('axe finds nothing', () => {
  test.each(states)('%s', async (_, path, options, act) => {
    const page = await site.openPage(path, { reducedMotion: 'reduce', ...options });
    await act?.(page);
    expect(await findFaults(page)).toEqual([]);
  });
});

test.each([
  ['en/named-groups.html', { viewport: { width: 1280, height: 900 } }],
  ['fa/index.html', { viewport: { width: 360, height: 740 } }],
  ['both/the-couplet.html', { viewport: { width: 360, height: 740 } }],
])('every target of %s is 24 px or is in a sentence', async (path, options) => {
  const page = await site.openPage(path, options);
  const small = await page.locator('a, button, select, summary, [tabindex="0"]').evaluateAll((all) =>
    all
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        const inline = element.matches('p a:not(.twin), li a:not(.twin), td a:not(.twin), figcaption a, sup a');
        return width > 0 && !inline && !element.matches('.b-skip') && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
});

test.each(['en/alliances.html', 'fa/alliances.html', 'both/the-couplet.html', 'en/index.html'])(
  'nothing runs over the side of %s at 320 px',
  async (path) => {
    const page = await site.openPage(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  },
);

test('the keyboard meets the skip link, the bar and the text in this order, each with a ring', async () => {
  const page = await site.openPage('fa/alliances.html');
  const met: string[] = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('Tab');
    met.push(
      await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const ring = getComputedStyle(element).outlineStyle !== 'none' || element.matches('.b-skip');
        return `${element.textContent!.trim().split(/\s+/).join(' ')}${ring ? '' : ' (no ring)'}`;
      }),
    );
  }
  expect(met).toMatchInlineSnapshot(`
    [
      "رفتن به متن",
      "بیت",
      "همهٔ نوشته‌ها",
      "موضوع‌ها",
      "نویسندگان",
      "دربارهٔ ما",
      "جست‌وجو",
      "English این نوشته به انگلیسی",
    ]
  `);
});

describe('what a screen reader is told', () => {
  test.each(['en', 'fa'])('of an article’s opening: %s', async (lang) => {
    const page = await site.openPage(`${lang}/the-couplet.html`);
    expect(await page.locator('header.b-bar').ariaSnapshot()).toMatchSnapshot();
    expect(await page.locator('header.b-opening').ariaSnapshot()).toMatchSnapshot();
    expect(await page.locator('article p[data-unit]').first().ariaSnapshot()).toMatch(/link "[^"]+"/);
  });

  test('of the parts that are in the other language', async () => {
    const page = await site.openPage('en/the-couplet.html');
    await page.locator('article p[data-unit]').nth(1).hover();
    await page.keyboard.press('p');
    await page.locator('.b-peek').waitFor();
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const wrong: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (parent.closest('script, style')) continue;
        const persian = /[\u0600-\u06ff]{2}/.test(node.nodeValue!);
        const marked = parent.closest('[lang]')!.getAttribute('lang')!.startsWith('fa');
        if (persian !== marked && (persian || /[A-Za-z]{3}/.test(node.nodeValue!))) wrong.push(node.nodeValue!.trim());
      }
      return wrong;
    });
    expect(unmarked).toEqual([]);
  });
});

test.each(['en/named-groups.html', 'fa/named-groups.html'])(
  'in %s a heading is named by its words alone',
  async (path) => {
    const page = await site.openPage(path);
    const headings = page.locator('article.b-text :is(h2, h3)[data-unit]');
    for (const heading of await headings.all()) {
      const words = await heading.evaluate((element) => {
        const copy = element.cloneNode(true) as Element;
        for (const link of copy.querySelectorAll('.twin, .b-stale')) link.remove();
        return copy.textContent!.trim();
      });
      const snapshot = await heading.ariaSnapshot();
      expect(snapshot.split('\n')[0]).toContain(`heading "${words}"`);
    }
  },
);
