import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addDriver, watchSwitches } from '../support/drive-switches.ts';
import { type OpenSite, openSite } from '../support/open-site.ts';
import { serveFolder } from '../support/server.ts';
import { measureSwitch, pressSwitch } from '../support/switch.ts';

let site: OpenSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1280, height: 900 } };

const top = (page: Page, unit: string) =>
  page.evaluate((id) => document.querySelector(`[data-unit="${id}"]`)!.getBoundingClientRect().top, unit);
const scrollToUnit = async (page: Page, unit: string, offset: number) => {
  await page.evaluate(
    async ([id, at]) => {
      await document.fonts.ready;
      const block = document.querySelector(`[data-unit="${id}"]`)!;
      window.scrollBy(0, block.getBoundingClientRect().top - (at as number));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    },
    [unit, offset],
  );
};
const hash = (page: Page) => decodeURIComponent(new URL(page.url()).hash.slice(1));

// `npm run bench -- switch` does it at random places of every work.
test.each([
  { device: 'phone', options: phone, path: 'en/alliances.html' },
  { device: 'phone', options: phone, path: 'fa/named-groups.html' },
  { device: 'desk', options: desk, path: 'en/two-falls.html' },
  { device: 'desk', options: desk, path: 'fa/the-couplet.html' },
])(
  'switching the language on a $device keeps the place to 2 px and returns to the very place: $path',
  async ({ options, path }) => {
    const page = await site.openPage(path, options);
    for (const share of [0.08, 0.31, 0.5, 0.77, 1]) {
      const { unit, off, back } = await measureSwitch(page, `${site.url}${path}`, share);
      expect(unit).not.toBe('');
      expect(off, `${unit} at ${share}`).toBeLessThanOrEqual(2);
      expect(back, `${unit} at ${share}`).toBeLessThanOrEqual(1);
    }
  },
);

test('the header’s switch does what the key does, and the address it leaves is an ordinary one', async () => {
  const page = await site.openPage('en/alliances.html');
  const unit = await page.locator('article h2').nth(1).getAttribute('data-unit');
  await scrollToUnit(page, unit!, 10);
  await Promise.all([page.waitForEvent('load'), page.click('a[data-switch]')]);
  expect(hash(page)).toBe(unit);
  expect(Math.abs((await top(page, unit!)) - 10)).toBeLessThanOrEqual(2);
});

test('only the block that is read turns into its twin while the pages change', async () => {
  const page = await site.openPage('en/alliances.html');
  const unit = await page.locator('article h2').nth(1).getAttribute('data-unit');
  /** Units whose block is drawn by itself in a transition, and whether the whole page is. */
  const drawn = () => [
    getComputedStyle(document.documentElement).viewTransitionName,
    ...[...document.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.matches('body *') && getComputedStyle(element).viewTransitionName !== 'none')
      .map((element) => element.dataset.unit),
  ];
  await scrollToUnit(page, unit!, 10);
  // The key clicks the link. The name of the window outlives the page.
  const note = () => page.evaluate(`addEventListener('click', () => { window.name = JSON.stringify((${drawn})()) })`);
  await note();
  await pressSwitch(page);
  expect(JSON.parse(await page.evaluate(() => window.name))).toEqual(['none', unit]);
  expect(await page.evaluate(drawn)).toEqual(['none', unit]);
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(300);
  await note();
  await pressSwitch(page);
  const next = hash(page);
  expect(next).not.toBe(unit);
  expect(JSON.parse(await page.evaluate(() => window.name))).toEqual(['none', next]);
});

test('a transition that the browser drops is no error of the page', async () => {
  const page = await site.openPage('en/alliances.html');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.evaluate(() => {
    const message = 'Transition was aborted because of invalid state. Page already revealed';
    void Promise.reject(new DOMException(message, 'InvalidStateError'));
  });
  await page.waitForTimeout(100);
  expect(errors).toEqual([]);
});

describe('a transition', () => {
  /** Whether the browser makes one of a switch by the key, and before that how many styles ask for it. */
  const watch = async (options: Parameters<OpenSite['openPage']>[1], reach: boolean, rules = true) => {
    const page = await site.openPage('en/alliances.html', options);
    const reached = await page.evaluate(
      async ([reaching, knowsRules]) => {
        if (!knowsRules) HTMLScriptElement.supports = () => false;
        const link = document.querySelector('a[data-switch]')!;
        if (reaching) link.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
        addEventListener('pageswap', ({ viewTransition }) => {
          localStorage.setItem('transition', String(Boolean(viewTransition)));
        });
        return document.adoptedStyleSheets.length;
      },
      [reach, rules],
    );
    await pressSwitch(page);
    return [reached, await page.evaluate(() => localStorage.getItem('transition'))];
  };

  test('goes to a page that is fetched when it is asked for', async () => {
    expect(await watch(desk, false)).toEqual([1, 'true']);
  });

  test('does not hold up one that was drawn before', async () => {
    expect(await watch(desk, true)).toEqual([0, 'false']);
  });

  test('is kept where browsers draw nothing before it is asked for', async () => {
    expect((await watch(desk, true, false))[0]).toBe(1);
  });

  test('is none for readers who want less motion', async () => {
    expect((await watch({ ...desk, reducedMotion: 'reduce' }, false))[1]).toBe('false');
  });
});

test.each(['en/two-falls.html', 'fa/alliances.html', 'both/two-falls.html'])(
  'the browser puts a page together from few layers: %s',
  async (path) => {
    const page = await site.openPage(path, desk);
    const devtools = await page.context().newCDPSession(page);
    const drawn = new Promise<number>((done) =>
      devtools.on('LayerTree.layerTreeDidChange', ({ layers = [] }) => {
        const count = layers.filter(({ drawsContent }) => drawsContent).length;
        if (count) done(count);
      }),
    );
    await devtools.send('DOM.enable');
    await devtools.send('LayerTree.enable');
    await page.evaluate(() => scrollTo(0, 600));
    // The text, the list of contents, the bar, the progress: not one a paragraph.
    expect(await drawn).toBeLessThan(8);
  },
);

test('the pictures around the place that is switched to do not wait for it to be seen, those far off do', async () => {
  const loading = (page: Page) =>
    page.locator('.b-text img:not(.b-cover *)').evaluateAll((all: HTMLImageElement[]) => all[0]!.loading);
  const near = await site.openPage('en/the-couplet.html', phone);
  await near.locator('.b-text img:not(.b-cover *)').first().scrollIntoViewIfNeeded();
  expect(await loading(near)).toBe('lazy');
  await pressSwitch(near);
  expect(near.url()).toContain('/fa/');
  expect(await loading(near)).toBe('eager');
  const far = await site.openPage('en/the-couplet.html', phone);
  await far.evaluate(() => {
    const below = document.querySelector('.b-text img:not(.b-cover *)')!.getBoundingClientRect().top > 3000;
    scrollTo(0, below ? 200 : document.documentElement.scrollHeight);
  });
  await pressSwitch(far);
  expect(await loading(far)).toBe('lazy');
});

test('a place that was arrived at is written into the history once', async () => {
  const page = await site.openPage('en/alliances.html');
  const unit = await page.locator('article h2').nth(1).getAttribute('data-unit');
  await page.addInitScript(() => {
    const replace = history.replaceState;
    history.replaceState = (...given) => {
      document.documentElement.dataset.written = `${Number(document.documentElement.dataset.written ?? 0) + 1}`;
      replace.apply(history, given);
    };
  });
  await scrollToUnit(page, unit!, 10);
  await pressSwitch(page);
  await page.waitForTimeout(300);
  expect(hash(page)).toBe(unit);
  expect(await page.evaluate(() => document.documentElement.dataset.written)).toBe('1');
});

test('at the top of the page the switch goes to the top', async () => {
  const page = await site.openPage('en/alliances.html');
  await pressSwitch(page);
  expect(new URL(page.url()).hash).toBe('');
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('a block without a twin takes the nearest one before it along', async () => {
  const page = await site.openPage('en/alliances.html');
  const [lone, before] = await page.evaluate(() => {
    const blocks = [...document.querySelectorAll<HTMLElement>('article [data-unit]')];
    const at = blocks.findIndex((block, index) => index > 0 && !block.querySelector('a.twin'));
    const shared = blocks.slice(0, at).findLast((block) => block.querySelector('a.twin'))!;
    return [blocks[at]!.dataset.unit!, shared.dataset.unit!];
  });
  await scrollToUnit(page, lone, 60);
  const stood = await top(page, before);
  await pressSwitch(page);
  expect(hash(page)).toBe(before);
  expect(Math.abs((await top(page, before)) - stood)).toBeLessThanOrEqual(2);
});

test('the twin link of a block in a list and in a table lands where the block stood', async () => {
  const page = await site.openPage('en/two-falls.html');
  for (const selector of ['tr[data-unit] a.twin', 'li a.twin']) {
    await page.goto(`${site.url}en/two-falls.html`);
    const link = page.locator(selector).nth(2);
    // The block of this very link: a unit may have several.
    const [unit, stood] = await link.evaluate(async (a) => {
      await document.fonts.ready;
      const block = a.closest<HTMLElement>('[data-unit]')!;
      window.scrollBy(0, block.getBoundingClientRect().top - 333);
      return [block.dataset.unit!, block.getBoundingClientRect().top] as const;
    });
    await Promise.all([page.waitForEvent('load'), link.evaluate((a) => (a as HTMLElement).click())]);
    expect(Math.abs((await top(page, unit)) - stood)).toBeLessThanOrEqual(2);
  }
});

test('reload and Back return to the exact place', async () => {
  const page = await site.openPage('en/alliances.html');
  const unit = (await page.locator('article h2').nth(2).getAttribute('data-unit'))!;
  await scrollToUnit(page, unit, 200);
  await page.waitForFunction(() => history.state?.place);
  await pressSwitch(page);
  await page.waitForFunction(() => history.state?.place);
  await page.reload();
  expect(Math.abs((await top(page, unit)) - 200)).toBeLessThanOrEqual(1);
  await page.goBack();
  expect(page.url()).toContain('/en/');
  expect(Math.abs((await top(page, unit)) - 200)).toBeLessThanOrEqual(1);
});

test('the place holds while every line changes, as when a face or an image arrives', async () => {
  const page = await site.openPage('en/alliances.html');
  const unit = (await page.locator('article h2').nth(2).getAttribute('data-unit'))!;
  await scrollToUnit(page, unit, 150);
  await pressSwitch(page);
  const before = await page.evaluate(() => document.body.scrollHeight);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('article')!.style.wordSpacing = '0.4em';
  });
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => document.body.scrollHeight)).toBeGreaterThan(before);
  expect(Math.abs((await top(page, unit)) - 150)).toBeLessThanOrEqual(2);
});

test('the place survives the way to the facing pages and back', async () => {
  const page = await site.openPage('fa/the-couplet.html');
  const unit = (await page.locator('article h2').nth(2).getAttribute('data-unit'))!;
  await scrollToUnit(page, unit, 5);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('f')]);
  const cell = page.locator(`[lang|=fa] [data-unit="${unit}"]`).first();
  expect(Math.abs((await cell.evaluate((e) => e.getBoundingClientRect().top)) - 5)).toBeLessThanOrEqual(2);
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('.b-titles a[hreflang|=fa]').evaluate((a) => (a as HTMLElement).click()),
  ]);
  expect(Math.abs((await top(page, unit)) - 5)).toBeLessThanOrEqual(2);
});

test('the switch works on a Persian keyboard too', async () => {
  const page = await site.openPage('fa/alliances.html');
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ف', code: 'KeyT', bubbles: true })),
    ),
  ]);
  expect(page.url()).toContain('/en/alliances.html');
});

test('a quick hand on the switch fetches the other page before it is asked for', async () => {
  const page = await site.openPage('en/alliances.html');
  const [request] = await Promise.all([
    page.waitForRequest((r) => r.url().endsWith('/fa/alliances.html')),
    page.hover('a[data-switch]'),
  ]);
  expect(request.headers()['sec-purpose'] ?? request.headers().purpose ?? 'prefetch').toContain('prefetch');
});

test('a page in reach is drawn before it is asked for, and is at the place all the same', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'beyt-reach-'));
  const folder = join(scratch, 'site');
  await cp(inject('dist'), folder, { recursive: true });
  await addDriver(folder, 4);
  const server = await serveFolder(folder);
  const made = await watchSwitches(`${server.url}en/alliances.html`, scratch, ['--window-size=500,900']);
  await server.close();
  await rm(scratch, { recursive: true, force: true });
  expect(made.map(({ prerendered }) => prerendered)).toEqual([true, true, true, true]);
  for (const { off } of made) expect(off).toBeLessThanOrEqual(2);
});

test('without JavaScript each block’s link goes to its twin’s anchor', async () => {
  const page = await site.openPage('en/alliances.html', { javaScriptEnabled: false });
  const link = page.locator('article a.twin').nth(8);
  const target = new URL((await link.getAttribute('href'))!, page.url());
  await link.focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect(page.url()).toBe(target.href);
  expect(await page.locator(`:target`).count()).toBe(1);
});

test.each(['~-999999', '~999999'])('an address made by hand makes no page longer than its text: %s', async (place) => {
  const page = await site.openPage('en/alliances.html');
  const [id, height] = await page.evaluate(() => [
    document.querySelectorAll('article [data-unit]')[4]!.id,
    document.documentElement.scrollHeight,
  ]);
  const asked = await site.openPage(`en/alliances.html#${id}${place}`);
  expect(await asked.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2 * height + 900);
});
