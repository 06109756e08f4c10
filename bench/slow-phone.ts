/**
 * First paint on a poor phone: `npm run bench -- slow-phone [FOLDER]`. Chromium's network at 400 kbit/s with 400 ms to
 * the host (slow 3G as WebPageTest defines it), its processor slowed four times, an empty cache, packed texts.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuild } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { serveFolder } from '../tests/support/server.ts';

const PAGES = ['en/alliances.html', 'fa/alliances.html', 'both/the-couplet.html', 'en/index.html', 'fa/index.html'];
const RUNS = 3;

const [given] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'beyt-slow-'));
const folder = given ?? join(scratch, 'site');
if (!given) await runBuild({ OUT_DIR: folder });
const server = await serveFolder(folder, { compress: true });
const browser = await launchChromium();
console.log('page | largest paint, ms | blocking, ms | shift (median of 3 runs)');
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
            let [paint, blocking, shift] = [0, 0, 0];
            const observe = (type: string, each: (entry: PerformanceEntry & { value: number }) => void) =>
              new PerformanceObserver((list) =>
                list.getEntries().forEach((entry) => void each(entry as never)),
              ).observe({
                type,
                buffered: true,
              });
            observe('largest-contentful-paint', (entry) => (paint = entry.startTime));
            observe('longtask', (entry) => (blocking += Math.max(0, entry.duration - 50)));
            observe('layout-shift', (entry) => (shift += entry.value));
            setTimeout(() => done([paint, blocking, shift]), 200);
          }),
      ),
    );
    await context.close();
  }
  const middle = (index: number) => runs.map((run) => run[index]!).sort((a, b) => a - b)[1]!;
  console.log([path, middle(0).toFixed(0), middle(1).toFixed(0), middle(2).toFixed(4)].join(' | '));
}
await browser.close();
await server.close();
await rm(scratch, { recursive: true });
