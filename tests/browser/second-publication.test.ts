import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findViolations } from '../support/axe.ts';
import { siteUrl } from '../support/build-site.ts';
import { launchChromium } from '../support/chromium.ts';
import { readHeadersFile } from '../support/headers-file.ts';
import { childrenOf, parseXml } from '../support/parse-xml.ts';
import { findPodcastFaults } from '../support/podcast-faults.ts';
import { openSecondPublication } from '../support/second-publication.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { type Visit, visitPage } from '../support/visit-page.ts';

vi.setConfig({ testTimeout: 120_000 });

let publication: Awaited<ReturnType<typeof openSecondPublication>>;
let server: StaticServer;
let browser: Browser;
const read = (path: string) => readFile(join(publication.dist, path), 'utf8');

beforeAll(async () => {
  publication = await openSecondPublication();
  const headers = readHeadersFile(await read('_headers'));
  server = await serveFolder(publication.dist, { notFound: '404.html', headers });
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  publication.close();
});

/** Opens a page; other hosts answer, whatever is asked of them. */
const visit = (path: string, options: BrowserContextOptions = {}): Promise<Visit> =>
  visitPage(browser, server.url, path, options, {
    'https://stats.example.org/count.js':
      "fetch('https://stats.example.org/visit?of=' + document.currentScript.dataset.site)",
  });

const phone = { viewport: { width: 390, height: 800 } };
const counted = ['GET https://stats.example.org/count.js', 'GET https://stats.example.org/visit?of=herat'];

describe('the podcast', () => {
  test.each([
    ['en', 'Herat aloud', 'The bazaar by night', undefined],
    ['fa', 'هرات شنیدنی', 'بازار در شب به گفتار', '1'],
  ])('of %s has what directories require, and the sound that it names', async (lang, name, title, duration) => {
    const feed = await read(`${lang}/podcast.xml`);
    expect(findPodcastFaults(feed)).toEqual([]);
    const [channel] = childrenOf(parseXml(feed), 'channel');
    const [item, ...others] = childrenOf(channel!, 'item');
    expect(others).toEqual([]);
    expect(childrenOf(channel!, 'title')[0]!.text).toBe(name);
    expect(childrenOf(item!, 'title')[0]!.text).toBe(title);
    expect(childrenOf(item!, 'itunes:duration')[0]?.text).toBe(duration);
    const inSite = (url: string) => join(publication.dist, decodeURIComponent(url.slice(siteUrl.length)));
    const { url, length } = childrenOf(item!, 'enclosure')[0]!.attributes;
    const sound = await readFile('tests/fixtures/second-publication/content/en/media/call.wav');
    expect((await readFile(inSite(url!))).equals(sound)).toBe(true);
    expect(length).toBe(String(sound.length));
    // In the feed of articles, sound of the text is in the text.
    expect((await read(`${lang}/feed.xml`)).includes(`<enclosure url="${url}"`)).toBe(duration !== undefined);
    expect((await sharp(inSite(childrenOf(channel!, 'itunes:image')[0]!.attributes.href!)).metadata()).width).toBe(
      1400,
    );
  });

  test('is named by the front pages, and by them alone; sound of the frontmatter is above the text', async () => {
    const { page, faults } = await visit('fa/index.html');
    const link = page.locator('link[type="application/rss+xml"][href$="podcast.xml"]');
    expect(await link.getAttribute('title')).toBe('هرات شنیدنی · پادکست');
    expect(await link.getAttribute('href')).toBe('podcast.xml');
    await page.goto(`${server.url}fa/bazaar.html`);
    expect(await link.count()).toBe(0);
    const player = page.getByLabel('بازار در شب به گفتار');
    const above = await player.boundingBox();
    expect(above!.y).toBeLessThan((await page.locator('article p').first().boundingBox())!.y);
    await player.evaluate((audio: HTMLAudioElement) => audio.play());
    await vi.waitFor(async () => expect(await player.evaluate((a: HTMLAudioElement) => a.duration)).toBeGreaterThan(0));
    expect(faults).toEqual([]);
  });
});

describe('settings and theme', () => {
  test.each([
    ['en', 'en-US', 'The Herat Letter', 'rgb(138, 28, 28)', 'rgb(255, 250, 242)', 'light'],
    ['fa', 'fa-IR', 'نامهٔ هرات', 'rgb(255, 179, 168)', 'rgb(24, 20, 18)', 'dark'],
  ] as const)('name, tag, colours and fonts: %s', async (lang, tag, name, accent, paper, colorScheme) => {
    const { page } = await visit(`${lang}/bazaar.html`, { colorScheme });
    expect(await page.getAttribute('html', 'lang')).toBe(tag);
    expect(await page.locator('.b-nameplate').textContent()).toContain(name);
    const styles = await page.evaluate(() => [
      getComputedStyle(document.querySelector('.b-embed figcaption a')!).color,
      getComputedStyle(document.documentElement).backgroundColor,
    ]);
    expect(styles).toEqual([accent, paper]);
    await page.reload();
    const family = lang === 'en' ? 'Herat Serif' : 'Herat Naskh';
    await vi.waitFor(async () =>
      expect(
        await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map((f) => f.family)),
      ).toContain(family),
    );
    expect(await page.content()).not.toContain('Newsreader');
  });

  test('rules of the theme win over those of the site without !important, in files of its own folder', async () => {
    const { page } = await visit('en/works.html');
    expect(await page.locator('.b-nameplate').evaluate((one) => getComputedStyle(one).textTransform)).toBe('uppercase');
    const image = await page.locator('.b-foot').evaluate((one) => getComputedStyle(one).backgroundImage);
    const address = /url\("([^"]+)"\)/.exec(image)![1]!;
    expect((await page.request.get(address)).status()).toBe(200);
  });

  test('every page names the icons that public/ has, and no other', async () => {
    for (const path of ['index.html', 'fa/bazaar.html']) {
      const icons = [...(await read(path)).matchAll(/<link rel="([^"]*icon)" href="([^"]+)"/g)].map(
        ([, ...found]) => found,
      );
      expect(icons).toEqual([['apple-touch-icon', `${path.includes('/') ? '../' : ''}apple-touch-icon.png`]]);
    }
    expect(await read('apple-touch-icon.png')).toMatch(/PNG/);
  });

  test('who asks for more contrast gets it', async () => {
    const { page } = await visit('en/bazaar.html', { contrast: 'more' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(255, 255, 255)',
    );
  });

  test('a replaced part shows the part that it replaces, with its own style, on every page', async () => {
    for (const path of ['en/index.html', 'fa/bazaar.html', 'both/bazaar.html', 'en/donate.html']) {
      const { page } = await visit(path);
      expect(await page.locator('.motto').count(), path).toBe(1);
      expect(await page.locator('footer.b-foot').count(), path).toBe(1);
      expect(await page.locator('.motto').evaluate((one) => getComputedStyle(one).textAlign)).toBe('center');
    }
  });

  test('the share picture of the settings is that of pages that have none', async () => {
    const html = await read('en/about.html');
    const path = /property="og:image" content="https:\/\/beyt\.example\/([^"]+)"/.exec(html)![1]!;
    expect(path).toMatch(/share\.[0-9a-f]{10}\.share\.jpg$/);
    expect((await readFile(join(publication.dist, path))).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(await read('fa/bazaar.html')).toContain('"sameAs":["https://t.me/herat_letter",');
  });

  test.each(['en/bazaar.html', 'fa/bazaar.html', 'both/bazaar.html', 'fa/index.html', 'en/about.html'])(
    'nothing is wrong for assistive technology: %s',
    async (path) => {
      for (const options of [{}, phone]) expect(await findViolations((await visit(path, options)).page)).toEqual([]);
    },
  );
});

describe('the menu', () => {
  test.each([
    ['en', true],
    ['fa', false],
  ])('opens on a phone by key, in %s (scripts: %s), and closes by Escape', async (lang, javaScriptEnabled) => {
    const { page } = await visit(`${lang}/about.html`, { ...phone, javaScriptEnabled });
    const button = page.locator('.b-menu-button');
    const link = page.locator('.b-links a').nth(3);
    expect(await link.isVisible()).toBe(false);
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await link.isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(
      await page
        .locator('.b-links a')
        .first()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    const [panel, bar] = [await page.locator('.b-links').boundingBox(), await page.locator('.b-bar').boundingBox()];
    expect(panel!.width).toBe(390);
    expect(Math.abs(panel!.y - (bar!.y + bar!.height))).toBeLessThan(2);
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    await button.click();
    await link.click();
    expect(await page.locator('h1').textContent()).toBe(lang === 'en' ? 'Support us' : 'حمایت از ما');
  });

  test('is a row of links where there is room, and all of them are there', async () => {
    const { page } = await visit('en/about.html');
    expect(await page.locator('.b-menu-button').isVisible()).toBe(false);
    expect(await page.locator('.b-bar nav a:visible').allInnerTexts()).toEqual([
      'All works',
      'Topics',
      'About',
      'Support us',
      'Books',
      'Search',
    ]);
    expect(await page.locator('.b-links [aria-current]').innerText()).toBe('About');
  });

  test.each([320, 390, 700, 1024, 1280])('no bar is wider than a window of %i pixels', async (width) => {
    for (const lang of ['en', 'fa']) {
      const { page } = await visit(`${lang}/works.html`, { viewport: { width, height: 800 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const right = await page
        .locator('.b-bar > *')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      for (const box of right) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
      }
    }
  });

  test('the foot has its own links, and those to networks, named in the language', async () => {
    const { page } = await visit('fa/works.html');
    const texts = await page.locator('.b-foot li:visible a').allInnerTexts();
    expect(texts).toEqual(expect.arrayContaining(['ما کیستیم', 'به ما بنویسید', 'تلگرام', 'Matrix']));
    expect(texts).not.toContain('کتاب‌ها');
  });
});

describe('sections, series, people and corrections', () => {
  test.each([
    ['en', 'Reports', 'Nights of Herat · Part 1 of 2', 'Zahra writes about the nights of Herat.'],
    ['fa', 'گزارش‌ها', 'شب‌های هرات · بخش ۱ از ۲', 'زهرا از شب‌های هرات می‌نویسد.'],
  ])(
    'an article in %s names its section and its part, and its people at the foot',
    async (lang, section, part, bio) => {
      const { page, faults } = await visit(`${lang}/bazaar.html`);
      const head = (await page.locator('.b-opening').innerText()).replace(/[\u2066-\u2069]/g, '');
      expect(head).toContain(part);
      expect(await page.locator('main').innerText()).toContain(bio);
      const portrait = page.locator('main img[src*="lamp"]').last();
      await portrait.scrollIntoViewIfNeeded();
      await vi.waitFor(async () =>
        expect(await portrait.evaluate((i: HTMLImageElement) => i.naturalWidth)).toBeGreaterThan(0),
      );
      await page.getByRole('link', { name: section, exact: true }).first().click();
      await page.waitForURL(`**/${lang}/sections/reports.html`);
      expect(await page.locator('h1').innerText()).toBe(section);
      expect(await page.locator('main h2').count()).toBe(2);
      expect(faults).toEqual([]);
    },
  );

  test('the pinned work leads the front page, though another is newer', async () => {
    const { page } = await visit('en/index.html');
    expect(await page.locator('.b-lead h3').first().innerText()).toBe('The bazaar by night');
  });

  test('a correction is above the text, at the foot and on a page of its own', async () => {
    const { page } = await visit('en/dawn.html');
    await page.locator('.b-opening a[href="#corrections"]').waitFor();
    for (const path of ['en/dawn.html', 'en/corrections.html']) {
      await page.goto(server.url + path);
      expect(await page.locator('main').innerText()).toContain('The bakery has two ovens');
    }
  });
});

describe('what other hosts are asked', () => {
  test.each(['en/index.html', 'fa/bazaar.html', 'both/bazaar.html'])(
    'only what a snippet asks, and the policies of page and header let it: %s',
    async (path) => {
      const { page, outside, faults } = await visit(path);
      await vi.waitFor(() => expect(outside).toEqual(counted));
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForTimeout(300);
      expect(outside).toEqual(counted);
      expect(faults).toEqual([]);
    },
  );

  test.each([
    ['en', 'www.youtube-nocookie.com', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'],
    ['fa', 'maps.example.org', 'https://maps.example.org/herat'],
  ])('what is embedded comes when a reader asks for it, who is told whose it is: %s, %s', async (lang, host, frame) => {
    const { page, outside, faults } = await visit(`${lang}/bazaar.html`);
    const figure = page.locator(`figure[data-embed="${frame}"]`);
    const button = figure.getByRole('button');
    expect(await figure.locator('iframe').count()).toBe(0);
    expect(await figure.locator('p').innerText()).toContain(host);
    expect(await button.getAttribute('aria-describedby')).toBe(await figure.locator('p').getAttribute('id'));
    await button.focus();
    await page.keyboard.press('Enter');
    await vi.waitFor(() => expect(outside).toContain(`GET ${frame}`));
    const title = await figure.locator('iframe').getAttribute('title');
    expect(title?.trim()).toBe((await figure.locator('figcaption').innerText()).trim());
    expect(await page.frameLocator(`figure[data-embed="${frame}"] iframe`).locator('p').innerText()).toBe('Outside');
    expect(faults).toEqual([]);
  });

  test('pages without an embed let nothing be framed; those with one only its own host', async () => {
    expect(await read('en/about.html')).not.toContain('frame-src');
    expect(await read('en/bazaar.html')).toContain(
      'frame-src https://www.youtube-nocookie.com https://maps.example.org;',
    );
    const script = /<script defer src="[^"]*embeds\.[^"]*"/;
    expect(await read('en/bazaar.html')).toMatch(script);
    expect(await read('both/bazaar.html')).toMatch(script);
    expect(await read('en/about.html')).not.toMatch(script);
  });

  test('without scripts, on paper and in the feed it is a link', async () => {
    const { page } = await visit('fa/bazaar.html', { javaScriptEnabled: false });
    const link = page.locator('.b-embed figcaption a').first();
    expect(await link.isVisible()).toBe(true);
    expect(await link.getAttribute('href')).toBe('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
    expect(await page.locator('.b-embed > a img').first().isVisible()).toBe(true);

    const { page: paper } = await visit('en/bazaar.html');
    await paper.locator('.b-embed-preview').first().waitFor();
    await paper.emulateMedia({ media: 'print' });
    expect(await paper.locator('.b-embed-preview').first().isVisible()).toBe(false);
    expect(await paper.locator('.b-embed figcaption a').first().isVisible()).toBe(true);

    const feed = (await read('en/feed.xml')).replaceAll('&#60;', '<').replaceAll('&#62;', '>').replaceAll('&#34;', '"');
    expect(feed).toContain('<a href="https://maps.example.org/herat">A map of the bazaar</a>');
    expect(feed).not.toMatch(/data-(?:embed|load|asks|kind)|<iframe/);
    expect(feed).toMatch(/<audio src="https:\/\/beyt\.example\/_beyt\/media\/call\.[0-9a-f]{10}\.wav"/);
  });

  test('a form reaches the address of the settings', async () => {
    const { page, outside } = await visit('en/bazaar.html');
    await page.fill('main form input', 'reader@example.org');
    await page.click('main form button');
    await page.waitForURL('https://newsletter.example.org/subscribe');
    expect(outside).toContain('POST https://newsletter.example.org/subscribe');
    expect(await read('en/about.html')).toContain("form-action 'self';");
  });
});

describe('media', () => {
  test.each(['en', 'fa'])('sound and films play from files beside the pages, with captions: %s', async (lang) => {
    const { page, faults } = await visit(`${lang}/bazaar.html`);
    for (const tag of ['audio', 'video'] as const) {
      const played = await page
        .locator(`figure.b-${tag}:not(.b-listen) ${tag}`)
        .evaluate(async (one: HTMLMediaElement) => {
          one.muted = true;
          await one.play();
          return [one.error, one.currentSrc];
        });
      expect(played[0]).toBeNull();
      expect(played[1]).toMatch(/\/_beyt\/media\/\w+\.[0-9a-f]{10}\.(?:wav|webm)$/);
    }
    await vi.waitFor(async () =>
      expect(
        await page.locator('video').evaluate((one: HTMLVideoElement) => (one.textTracks[0]!.cues?.[0] as VTTCue)?.text),
      ).toBe(lang === 'en' ? 'We enter by the north gate.' : 'از دروازهٔ شمالی وارد می‌شویم.'),
    );
    expect(faults).toEqual([]);
  });

  test('pictures of a gallery stand side by side and open large', async () => {
    const { page } = await visit('fa/bazaar.html');
    const boxes = await page
      .locator('.b-gallery img')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes).toHaveLength(3);
    expect(boxes[0]!.y).toBe(boxes[1]!.y);
    expect(boxes[0]!.x).toBeGreaterThan(boxes[1]!.x);
    await page.locator('.b-gallery img').first().click();
    expect(await page.locator('dialog.b-zoom img').isVisible()).toBe(true);
  });

  test('captions and titles are paired with their translations', async () => {
    const ids = async (lang: string) =>
      [...(await read(`${lang}/bazaar.html`)).matchAll(/<figcaption data-unit="(\w+)"/g)].map(([, id]) => id);
    expect(await ids('en')).toHaveLength(6);
    expect(await ids('fa')).toEqual(await ids('en'));
  });

  test('a component of the theme keeps its own class', async () => {
    const { page } = await visit('en/bazaar.html');
    const chart = page.locator('article svg[role="img"]');
    expect(await chart.evaluate((one) => getComputedStyle(one).position)).toBe('static');
    expect(
      await chart
        .locator('rect')
        .first()
        .evaluate((one) => getComputedStyle(one).fill),
    ).toBe('rgb(138, 28, 28)');
  });
});

describe('old addresses', () => {
  test.each([
    ['en/night-market.html', 'en/bazaar.html'],
    ['2019/05/bazaar/', 'en/bazaar.html'],
    ['both/night-market.html', 'both/bazaar.html'],
    ['fa/بازار-شب.html', 'fa/bazaar.html'],
    ['category/reports/', 'en/works.html'],
    ['fa/old-about.html', 'fa/about.html'],
    ['en/who-we-are.html', 'en/about.html'],
  ])('%s leads to %s, with its fragment', async (from, to) => {
    const { page, faults } = await visit(`${from}#place`);
    await page.waitForURL(`${server.url}${to}#place`);
    expect(faults).toEqual([]);
  });

  test('without scripts too, after a second', async () => {
    const { page } = await visit('fa/old-about.html', { javaScriptEnabled: false });
    expect(await page.locator('a').getAttribute('href')).toBe('about.html');
    await page.waitForURL(`${server.url}fa/about.html`);
  });

  test('one that goes to another host', async () => {
    const { page } = await visit('shop/');
    await page.waitForURL('https://shop.example.org/');
  });

  test('hosts that can redirect do so', async () => {
    const lines = (await read('_redirects')).trim().split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '/en/night-market.html /en/bazaar.html 301',
        `/fa/${encodeURIComponent('بازار-شب')}.html /fa/bazaar.html 301`,
        '/category/reports/ /en/works.html 301',
        '/shop/ https://shop.example.org/ 301',
      ]),
    );
    expect(lines).toHaveLength(10);
  });
});

test('a changed stylesheet of the theme is in the next build', async () => {
  publication.write('theme/theme.css', '.b-nameplate { text-transform: lowercase }');
  await publication.build();
  expect(await read('en/bazaar.html')).toContain('@layer theme{.b-nameplate{text-transform:lowercase}}');
});

test('what is wrong with a stylesheet of the theme keeps the site from being published, with its place', async () => {
  publication.write('theme/theme.css', '.b-foot {\n  background: url("./nothing.svg");\n}\n');
  await expect(publication.build()).rejects.toThrow(/theme\/theme\.css:2:\d+ error .*nothing\.svg.*\[ThemeBroken\]/);
});

test('texts of the settings, and Iran’s spelling, are in what the search’s script says too', async () => {
  const { page } = await visit('en/search.html?q=zzzzqqq');
  await vi.waitFor(async () => expect(await page.locator('main').innerText()).toContain('Not a word of “zzzzqqq”.'), {
    timeout: 20_000,
  });
  const script = /src="([^"]*search-page[^"]*)"/.exec(await read('fa/search.html'))?.[1];
  const dataScript = script ?? /data-script="([^"]*)"/.exec(await read('fa/search.html'))![1]!;
  const code = await read(join('fa', dataScript));
  expect(code).toContain('اتصال اینترنت');
  expect(code).not.toContain('اتصال انترنت');
});
