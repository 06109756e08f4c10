import type { Browser, Page } from 'playwright-core';

export interface TourOptions {
  /** With a slash at its end. */
  readonly root: string;
  /** The host shows `404.html` where nothing answers. */
  readonly notFound: boolean;
  /** Must work everywhere but on `file://`. */
  readonly search: boolean;
}

export interface Tour {
  readonly steps: readonly string[];
  readonly faults: readonly string[];
}

/** One of each kind, one of them with a Persian address. */
const pages = [
  'index.html',
  'en/index.html',
  'fa/index.html',
  'en/alliances.html',
  'en/solar-hijri.html',
  'fa/گاه‌شمار-دو-سقوط.html',
  'both/two-falls.html',
  'en/works.html',
  'fa/topics.html',
  'fa/topics/language.html',
  'en/people.html',
  'en/people/language-desk.html',
  'en/about.html',
  'fa/search.html',
];

/** Fonts and images, lazy ones too. */
async function listUnloaded(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const missing: string[] = [];
    if (![...document.styleSheets].length) missing.push('stylesheet');
    await document.fonts.ready;
    const faces = [...document.fonts];
    if (!faces.some((face) => face.status === 'loaded')) missing.push('every font');
    // Those with a number are fonts of devices; no device has all of them.
    for (const { status, family } of faces)
      if (status === 'error' && !/ \d+"?$/.test(family)) missing.push(`font ${family}`);
    for (const image of document.images) {
      image.loading = 'eager';
      await image.decode().catch(() => missing.push(`image ${image.src}`));
    }
    return missing;
  });
}

/** By the mouse and links. */
export async function tourSite(browser: Browser, { root, notFound, search }: TourOptions): Promise<Tour> {
  const steps: string[] = [];
  const faults: string[] = [];
  const context = await browser.newContext();
  let where = '';
  let expects404 = false;
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy ${event.effectiveDirective} stopped ${event.blockedURI} ${event.sample}`),
    );
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() !== 'error' || (expects404 && /404/.test(message.text()))) return;
    faults.push(`${where}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`${where}: threw ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(root)) faults.push(`${where}: asked for ${request.url()}`);
  });
  const step = async (name: string, work: () => Promise<unknown>) => {
    where = name;
    try {
      await work();
      steps.push(name);
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
    }
  };
  const at = (path: string) => new URL(path, root).href;
  const expect = (holds: unknown, otherwise: string) => {
    if (!holds) throw new Error(otherwise);
  };
  const arrive = async (path: string) => {
    // Some hosts take `.html` and `index.html` off their addresses.
    const bare = at(path).replace(/(?:index)?\.html$/, '');
    await page.waitForURL((url) => url.href.startsWith(bare), { timeout: 5000 });
    await page.waitForLoadState('load');
  };

  for (const path of pages)
    await step(path, async () => {
      await page.goto(at(path));
      const missing = await listUnloaded(page);
      expect(!missing.length, `did not load ${missing.join(', ')}`);
    });
  await step('twin link', async () => {
    await page.goto(at('en/two-falls.html'));
    const twin = page.locator('article p[data-unit] > a.twin').first();
    const unit = new URL((await twin.getAttribute('href'))!, page.url()).hash;
    await twin.focus();
    await page.keyboard.press('Enter');
    await arrive('fa/گاه‌شمار-دو-سقوط.html');
    expect(await page.locator(`[id="${unit.slice(1)}"]`).count(), `the twin has no ${unit}`);
  });
  await step('switch', async () => {
    await page.goto(at('fa/گاه‌شمار-دو-سقوط.html'));
    await page.locator('a[data-switch]').click();
    await arrive('en/two-falls.html');
  });
  if (search)
    await step('search', async () => {
      await page.goto(`${at('fa/search.html')}?q=${encodeURIComponent('کابل')}`);
      const link = page.locator('[data-result] a[href*="#"]').first();
      await link.waitFor({ timeout: 10_000 });
      await link.click();
      await page.waitForURL((url) => url.href.startsWith(root) && url.hash !== '' && !/search/.test(url.pathname));
      expect(await page.locator(':target').count(), 'the result leads to no place');
    });
  if (notFound)
    for (const path of ['gone.html', 'fa/رفته.html', 'fa/topics/gone/deep.html'])
      await step(`404 at ${path}`, async () => {
        expects404 = true;
        const answer = await page.goto(at(path));
        expect(answer?.status() === 404, `answered ${answer?.status()}`);
        const missing = await listUnloaded(page);
        expect(!missing.length, `did not load ${missing.join(', ')}`);
        await page.locator('main a[href*="fa/index.html"]').first().click();
        await arrive('fa/index.html');
        expects404 = false;
      });
  await context.close();
  return { steps, faults };
}
