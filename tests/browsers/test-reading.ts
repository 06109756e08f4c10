import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { locales } from '../../src/locales.ts';
import { orderVisually } from '../support/bidi-order.ts';
import { directionTable, isolateMarked } from '../support/direction-table.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { readOrders } from './read-order.ts';
import { readPrint } from './read-print.ts';
import { follow, goBack, type Remote, rest, type TestedBrowser, waitUntil } from './remote.ts';

const desk = [1280, 900] as const;
const phone = [390, 740] as const;

/** Tops of the blocks of each unit in the window, by id; of the blocks of a share of the page's height, where given. */
function readTops(remote: Remote, share = -1): Promise<Record<string, number[]>> {
  return remote.run(async (to) => {
    await document.fonts.ready;
    if (to >= 0) scrollTo(0, to * (document.documentElement.scrollHeight - innerHeight));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const tops: Record<string, number[]> = {};
    for (const block of document.querySelectorAll<HTMLElement>('article [data-unit]')) {
      const unit = block.dataset.unit!;
      tops[unit] = [...(tops[unit] ?? []), block.getBoundingClientRect().top];
    }
    return tops;
  }, share);
}

/**
 * The unit that is read: the first one that begins in the window. Others may be elsewhere later, because a face that was
 * too late for the first view of a page is there for the next.
 */
async function readUnit(remote: Remote): Promise<string> {
  // Pages note the place once scrolling has ended.
  await new Promise((done) => setTimeout(done, 300));
  return remote.run(() => {
    const blocks = [...document.querySelectorAll<HTMLElement>('article [data-unit]')];
    return blocks.find((block) => block.getBoundingClientRect().top >= -1)!.dataset.unit!;
  });
}

/** A text as it may be in a PDF, without spaces: not all browsers say which letters a ligature is made of. */
const asPrinted = (text: string) =>
  new RegExp(
    text
      .replace(/[.?*+^$()[\]{}|\\]/g, '\\$&')
      .replace(/ffi|ffl|ff|fi|fl/g, '(?:$&|[\ufffd\0-\x1f])')
      .replace(/\s/g, ''),
  );

/** Top of the first element that a selector names, in the window. */
const topOf = (remote: Remote, selector: string) =>
  remote.run((name) => document.querySelector(name)!.getBoundingClientRect().top, selector);

const count = (remote: Remote, selector: string) =>
  remote.run((name) => document.querySelectorAll(name).length, selector);

const waitFor = (remote: Remote, selector: string) =>
  waitUntil(remote, selector, (name) => document.querySelector(name) !== null, selector);

const unitInAddress = (remote: Remote) => remote.run(() => decodeURIComponent(location.hash.slice(1)));

/** Tests in one browser what a reader does on the built site; skipped, with the reason, where the machine has none. */
export async function testReading(browser: TestedBrowser): Promise<void> {
  const launched = await browser.launch();
  if (typeof launched === 'string') {
    console.warn(`Skipped, because this machine has no ${browser.name}: ${launched}`);
    test.skip(browser.name, () => {});
    return;
  }
  const remote = launched;
  let server: StaticServer;
  const open = async (path: string, [width, height]: readonly [number, number] = desk) => {
    await remote.resize(width, height);
    await remote.open(server.url + path);
    await rest(remote);
  };
  beforeAll(async () => {
    server = await serveFolder(inject('walk'));
  });
  afterEach(() => expect(remote.takeFaults()).toEqual([]));
  afterAll(async () => {
    await remote.close();
    await server.close();
  });

  describe(browser.name, () => {
    test.each([
      'index.html',
      'en/index.html',
      'fa/works.html',
      'en/walk.html',
      'fa/walk.html',
      'both/walk.html',
      'fa/search.html',
    ])('%s loads, and nothing is logged', async (path) => {
      await open(path);
      expect(await remote.run(() => document.body.innerText.length)).toBeGreaterThan(20);
    });

    test.each([desk, phone])('the switch keeps the place and returns to it: %i px wide', async (...size) => {
      await open('en/walk.html', size);
      for (const share of [0.12, 0.4, 0.66, 0.9]) {
        const before = await readTops(remote, share);
        await follow(remote, () => remote.press('t'));
        const unit = await unitInAddress(remote);
        const there = (await readTops(remote))[unit]![0]!;
        expect(Math.min(...before[unit]!.map((top) => Math.abs(top - there))), `${unit} at ${share}`).toBeLessThan(2);
        await follow(remote, () => remote.press('t'));
        const again = (await readTops(remote))[unit]!;
        expect(Math.abs(again[0]! - before[unit]![0]!), `${unit} back at ${share}`).toBeLessThan(2);
      }
    });

    test('a switch by click keeps the place too', async () => {
      await open('fa/walk.html');
      const before = await readTops(remote, 0.5);
      await follow(remote, () => remote.click('a[data-switch]'));
      const unit = await unitInAddress(remote);
      expect(Math.abs((await readTops(remote))[unit]![0]! - before[unit]![0]!)).toBeLessThan(2);
    });

    test.each(['end', 'passage'])('a reader who goes elsewhere at once is left there: %s', async (where) => {
      await open('en/walk.html');
      await readTops(remote, 0.4);
      await follow(remote, () => remote.press('t'));
      // As a screen reader or a voice scrolls: without wheel, finger or key.
      const [asked, got] = await remote.run(async (end) => {
        const block = [...document.querySelectorAll('article p[data-unit]')].at(-3)!;
        if (end) scrollTo(0, document.documentElement.scrollHeight);
        else scrollBy(0, block.getBoundingClientRect().top - 200);
        const asked = scrollY;
        await new Promise((done) => setTimeout(done, 600));
        return [asked, scrollY];
      }, where === 'end');
      expect(Math.abs(asked! - got!)).toBeLessThan(2);
    });

    test('reload finds the place after a switch and a scroll', async () => {
      await open('en/walk.html');
      await readTops(remote, 0.3);
      await follow(remote, () => remote.press('t'));
      const before = await readTops(remote, 0.7);
      const unit = await readUnit(remote);
      await remote.reload();
      await rest(remote);
      expect(Math.abs((await readTops(remote))[unit]![0]! - before[unit]![0]!)).toBeLessThan(2);
    });

    test('Back finds the place after a scroll and a link', async () => {
      await open('en/walk.html');
      await readTops(remote, 0.3);
      await follow(remote, () => remote.press('t'));
      const before = await readTops(remote, 0.8);
      const unit = await readUnit(remote);
      await follow(remote, () =>
        remote.run(() => document.querySelector<HTMLElement>('article a[href*="bridge"]')!.click()),
      );
      await goBack(remote);
      await waitUntil(remote, 'a page that is not at its top', () => scrollY > 0);
      expect(Math.abs((await readTops(remote))[unit]![0]! - before[unit]![0]!)).toBeLessThan(2);
    });

    test('nothing is shown before the landing', async () => {
      await open('en/walk.html');
      const unit = await remote.run(() => document.querySelectorAll('article h2[id]')[2]!.id);
      const slow = await serveFolder(inject('walk'), { delay: (path) => (/reader\..*\.js$/.test(path) ? 1500 : 0) });
      const look = () => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        return {
          complete: document.readyState === 'complete',
          seen: paint !== undefined && getComputedStyle(document.querySelector('h1')!).visibility === 'visible',
          paint: paint?.startTime ?? Number.MAX_SAFE_INTEGER,
          script: resources.find(({ name }) => /reader\..*\.js$/.test(name))?.responseEnd ?? 0,
        };
      };
      try {
        await remote.run(
          (url) => void setTimeout(() => location.assign(url)),
          `${slow.url}fa/walk.html#${unit}~200~~~en`,
        );
        await new Promise((done) => setTimeout(done, 700));
        // WebKit's driver answers only when the page is complete.
        const early = await remote.run(look);
        if (!early.complete) expect(early.seen).toBe(false);
        await waitUntil(remote, 'a complete page', () => document.readyState === 'complete');
        await rest(remote);
        const late = await remote.run(look);
        expect(late.script).toBeGreaterThan(1400);
        expect(late.paint).toBeGreaterThanOrEqual(late.script);
        expect(Math.abs((await topOf(remote, `[data-unit="${unit}"]`)) - 200)).toBeLessThan(2);
        expect(await remote.run(() => getComputedStyle(document.querySelector('h1')!).visibility)).toBe('visible');
      } finally {
        await slow.close();
      }
    });

    test('a peek opens below its block and closes again', async () => {
      await open('en/walk.html');
      await readTops(remote, 0.2);
      await remote.press('p');
      await waitFor(remote, '.b-peek');
      expect(await remote.run(() => document.querySelector('.b-peek')!.textContent)).toMatch(/[\u0600-\u06ff]{3}/);
      await remote.press('Escape');
      expect(await count(remote, '.b-peek')).toBe(0);
    });

    test('a block’s menu opens, and Escape closes it', async () => {
      await open('en/walk.html');
      await remote.run(() => document.querySelectorAll<HTMLElement>('article p .twin')[1]!.focus());
      await waitFor(remote, '.b-tools');
      await remote.click('.b-tools > button:last-of-type');
      await waitFor(remote, '.b-menu');
      await remote.press('Escape');
      await waitUntil(remote, 'no menu', () => !document.querySelector('.b-menu'));
    });

    test('a note opens once, however often it is asked for, and Escape closes it', async () => {
      await open('fa/walk.html');
      for (let times = 0; times < 3; times++) {
        await remote.click('[data-footnote-ref]');
        await waitFor(remote, '.b-note');
        expect(await count(remote, '.b-note')).toBe(1);
      }
      await remote.press('Escape');
      await waitUntil(remote, 'no note', () => !document.querySelector('.b-note'));
      expect(await unitInAddress(remote)).toBe('');
    });

    test('the search page finds words in both languages and narrows by a filter', async () => {
      for (const [path, word] of [
        ['en/search.html', 'mountain'],
        ['fa/search.html', 'آسیاب'],
      ] as const) {
        await open(`${path}?q=${encodeURIComponent(word)}`);
        await waitFor(remote, '[data-result]');
        expect(await remote.run(() => document.querySelector('[data-result]')!.textContent)).toContain(word);
      }
      await open('en/search.html?q=bridge&topic=stones');
      await waitFor(remote, '[data-result]');
      expect(
        await remote.run(() => [...document.querySelectorAll('.b-result-work h2')].map((h) => h.textContent)),
      ).toEqual([expect.stringContaining('The bridge')]);
    });

    test('the search box opens on / and finds while typing', async () => {
      await open('en/walk.html');
      await remote.press('/');
      await waitFor(remote, '.b-search-dialog[open]');
      for (const letter of 'flour') await remote.press(letter);
      await waitFor(remote, '.b-search-dialog [data-result]');
      await remote.click('.b-search-dialog form button');
      await waitUntil(remote, 'no box', () => !document.querySelector('.b-search-dialog[open]'));
    });

    test.each([desk, phone])(
      'a passage that a link names on the facing page is below its titles: %i px wide',
      async (...size) => {
        await open('both/walk.html', size);
        // The oldest Chromium reckons no margin inside of what can be scrolled sideways.
        const wanted = browser.oldest ? '[data-row] [id][data-unit]:not(tr, pre)' : '[data-row] [id][data-unit]';
        const ids = await remote.run((names) => [...document.querySelectorAll(names)].map(({ id }) => id), wanted);
        for (const id of ids.slice(3, -6).filter((_, index) => index % 3 === 0)) {
          await open(`both/walk.html#${id}`, size);
          // Fonts that come late may move it once, before it is where it stays.
          await new Promise((done) => setTimeout(done, 300));
          const [top, strip] = await remote.run(
            (unit) => [
              document.getElementById(unit)!.getBoundingClientRect().top,
              document.querySelector('.b-titles')!.getBoundingClientRect().bottom,
            ],
            id,
          );
          expect(top, id).toBeGreaterThanOrEqual(strip!);
          expect(top, id).toBeLessThan(250);
        }
      },
    );

    test('rows that keys lead to, upwards too, are below the titles of the facing page', async () => {
      await open('both/walk.html');
      for (const key of 'jjjjjjjjkkkkk') {
        await remote.press(key);
        await new Promise((done) => setTimeout(done, 60));
      }
      await new Promise((done) => setTimeout(done, 400));
      const [row, strip] = await remote.run(() => [
        document.activeElement!.closest('[data-row]')!.getBoundingClientRect().top,
        document.querySelector('.b-titles')!.getBoundingClientRect().bottom,
      ]);
      expect(row!).toBeGreaterThanOrEqual(strip! - 1);
    });

    test('what Tab goes to is below the titles of the facing page, upwards too', async () => {
      await open('both/walk.html');
      await remote.run(() => document.querySelector<HTMLElement>('[data-row]')!.focus());
      const places: string[] = [];
      for (const key of [...Array<string>(45).fill('Tab'), ...Array<string>(45).fill('Shift+Tab')]) {
        await remote.press(key);
        const place = await remote.run(async () => {
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const focused = document.activeElement!;
          if (!focused.closest('[data-row]')) return '';
          const { top, height } = focused.getBoundingClientRect();
          const { bottom } = document.querySelector('.b-titles')!.getBoundingClientRect();
          // What is higher than the window has no place that is better than another.
          return top >= bottom - 1 || height > innerHeight - bottom ? 'clear' : `${focused.tagName} at ${top}`;
        });
        if (place) places.push(place);
      }
      // Focused links have their pages fetched, and Chromium 103 holds the policy of this page against their inline styles.
      remote.takeFaults();
      expect(places.length).toBeGreaterThan(60);
      expect(places.filter((place) => place !== 'clear')).toEqual([]);
    });

    test('the cells of a facing row begin at one height, also beside a picture', async () => {
      await open('both/walk.html');
      const gaps = await remote.run(() =>
        [...document.querySelectorAll('[data-row]')].map((row) => {
          const { top } = row.getBoundingClientRect();
          return Math.min(...[...row.children].map((cell) => cell.getBoundingClientRect().top)) - top;
        }),
      );
      expect(Math.max(...gaps)).toBeLessThan(12);
    });

    test('the divider moves nothing that is read', async () => {
      await open('both/walk.html');
      const moved = await remote.run(async () => {
        const row = [...document.querySelectorAll('[data-row]')][16]!.querySelector('[data-unit]')!;
        scrollBy(
          0,
          row.getBoundingClientRect().top - document.querySelector('.b-titles')!.getBoundingClientRect().height - 60,
        );
        await new Promise((done) => setTimeout(done, 100));
        const before = row.getBoundingClientRect().top;
        const divider = document.querySelector<HTMLElement>('.b-divider')!;
        divider.focus({ preventScroll: true });
        for (let times = 0; times < 6; times++)
          divider.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        await new Promise((done) => setTimeout(done, 100));
        return row.getBoundingClientRect().top - before;
      });
      expect(Math.abs(moved)).toBeLessThan(2);
    });

    test('a table’s links are at its rows, and nothing is wider than a phone', async () => {
      for (const path of ['en/walk.html', 'fa/walk.html', 'both/walk.html']) {
        await open(path, phone);
        expect(await remote.run(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      }
      await open('en/walk.html');
      const off = await remote.run(() =>
        [...document.querySelectorAll('tr[data-unit]')].map((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          const link = row.querySelector('.twin')!.getBoundingClientRect();
          return link.top >= top - 10 && link.top <= bottom + 10;
        }),
      );
      expect(new Set(off)).toEqual(new Set([true]));
      // The tools of a row are at that row, wherever the engine places what is in a table.
      const distance = await remote.run(async () => {
        const row = document.querySelectorAll<HTMLElement>('tr[data-unit]')[2]!;
        row.querySelector<HTMLElement>('.twin')!.focus();
        await new Promise((done) => setTimeout(done, 100));
        return document.querySelector('.b-tools')!.getBoundingClientRect().top - row.getBoundingClientRect().top;
      });
      expect(Math.abs(distance)).toBeLessThan(80);
    });

    // WebKit gives boxes to single digits of a number in Persian text that are in no order of UAX #9.
    test.skipIf(browser.name === 'WebKitGTK')(
      'each sentence in two scripts has the order that UAX #9 gives to its rightly isolated parts',
      async () => {
        const orders = await readOrders(remote);
        expect(orders).toHaveLength(directionTable.length);
        for (const [i, sentence] of directionTable.entries()) {
          // A mark may share the box of its letter.
          const isSeen = (index: number) => orders[i]!.includes(index) && !/\p{M}/u.test(sentence.text[index]!);
          const right = orderVisually(isolateMarked(sentence), locales[sentence.lang].dir).filter(isSeen);
          const show = (order: readonly number[]) => order.map((index) => sentence.text[index]).join('');
          expect(show(orders[i]!.filter(isSeen)), sentence.marked).toBe(show(right));
        }
      },
    );

    test.skipIf(!remote.print).each([
      ['A4', 210, 297],
      ['Letter', 215.9, 279.4],
    ])('paper has all of the text, and none of it is cut off: %s', async (_, width, height) => {
      for (const path of ['en/walk.html', 'fa/walk.html', 'both/walk.html', 'both/walk.html?hide=fa']) {
        await open(path);
        const pages = await readPrint(await remote.print!(width, height));
        expect(
          pages.flatMap(({ cut }) => cut),
          path,
        ).toEqual([]);
        // The order of Persian letters in a PDF is the paper’s: only the English is compared.
        const paragraphs = await remote.run(() =>
          [...document.querySelectorAll<HTMLElement>('p[data-unit]')]
            .filter((paragraph) => paragraph.closest<HTMLElement>('[lang]')!.lang === 'en')
            .filter((paragraph) => !paragraph.querySelector('sup') && !paragraph.closest('.footnotes'))
            .map((paragraph) => paragraph.textContent!.trim()),
        );
        const text = pages.map((page) => page.text).join('');
        for (const paragraph of paragraphs) expect(text, path).toMatch(asPrinted(paragraph));
        if (paragraphs[0]) expect(pages[0]!.text, path).toMatch(asPrinted(paragraphs[0]));
      }
    });

    test.skipIf(!remote.print)(
      'on paper, no term of a list is at the end of a page without what is said of it',
      async () => {
        await open('en/walk.html');
        await remote.run(async () => {
          // Of several heights, so that the ends of pages come everywhere; in a font whose letters every PDF names.
          const list = document.createElement('dl');
          list.style.fontFamily = 'monospace';
          for (let i = 0; i < 90; i++) {
            const [term, said] = [document.createElement('dt'), document.createElement('dd')];
            term.textContent = `TERM${i}.`;
            said.textContent = `SAID${i}. ${'Words that fill a line or two. '.repeat(i % 5)}`;
            list.append(term, said);
          }
          document.querySelector('article')!.append(list);
          await document.fonts.ready;
        });
        const pages = await readPrint(await remote.print!(210, 297));
        const terms = pages.flatMap(({ text }) => text.match(/TERM\d+/g) ?? []);
        expect(terms).toHaveLength(90);
        const isAlone = (term: string) => {
          const { text } = pages.find((page) => page.text.includes(`${term}.`))!;
          return !text.includes(`${term.replace('TERM', 'SAID')}.`);
        };
        expect(terms.filter(isAlone)).toEqual([]);
      },
    );
  });
}
