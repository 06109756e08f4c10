/**
 * `npm run bench -- slow-phone [FOLDER]`: first paint in Chromium with WebPageTest's slow 3G (400 kbit/s, 400 ms from a
 * request to its answer), the processor slowed four times, an empty cache. (DevTools' preset of the same name waits 2 s
 * for each answer.) Blocking is Lighthouse's total blocking time; what comes before the first contentful paint is shown
 * beside it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuild, showcase } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { serveFolder } from '../tests/support/server.ts';

const PAGES = ['en/alliances.html', 'fa/alliances.html', 'both/the-couplet.html', 'en/index.html', 'fa/index.html'];
const RUNS = 5;

const [given] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'beyt-slow-'));
const folder = given ?? join(scratch, 'site');
if (!given) await runBuild({ OUT_DIR: folder, CONTENT_DIR: showcase });
const server = await serveFolder(folder, { compress: true });
const browser = await launchChromium();
console.log('page | largest paint, ms | blocking, ms | blocking before the first paint, ms | shift (median of 5 runs)');
for (const path of PAGES) {
  const runs: number[][] = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const rate = (400 * 1024) / 8;
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 400,
      downloadThroughput: rate,
      uploadThroughput: rate,
    });
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(server.url + path);
    await page.waitForTimeout(2500);
    runs.push(
      await page.evaluate(
        () =>
          new Promise<number[]>((done) => {
            const [first] = performance.getEntriesByName('first-contentful-paint');
            let [paint, blocking, before, shift] = [0, 0, 0, 0];
            const observe = (type: string, each: (entry: PerformanceEntry & { value: number }) => void) =>
              new PerformanceObserver((list) =>
                list.getEntries().forEach((entry) => void each(entry as never)),
              ).observe({
                type,
                buffered: true,
              });
            observe('largest-contentful-paint', (entry) => (paint = entry.startTime));
            observe('longtask', ({ startTime, duration }) => {
              const over = Math.max(0, duration - 50);
              if (startTime >= first!.startTime) blocking += over;
              else before += over;
            });
            observe('layout-shift', (entry) => (shift += entry.value));
            setTimeout(() => done([paint, blocking, before, shift]), 200);
          }),
      ),
    );
    await context.close();
  }
  const middle = (index: number) => runs.map((run) => run[index]!).sort((a, b) => a - b)[RUNS >> 1]!;
  console.log([path, ...[0, 1, 2].map((index) => middle(index).toFixed(0)), middle(3).toFixed(4)].join(' | '));
}
await browser.close();
await server.close();
await rm(scratch, { recursive: true });
