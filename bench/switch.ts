/**
 * `npm run bench -- switch [FOLDER] [COUNT]`: does a switch keep the reader's place? FOLDER is a built site (by default
 * `tests/fixtures/showcase` and two works that are hard to keep one's place in), COUNT the switches a work (200). After
 * every fifth the page is switched back at once and must be where it was. The figures are in docs/reading.md.
 */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { runBuild, showcase } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { readHeadersFile } from '../tests/support/headers-file.ts';
import { serveFolder } from '../tests/support/server.ts';
import { pressSwitch, readLanding, readTops, scrollToShare } from '../tests/support/switch.ts';
import { addStormWorks } from './storm-works.ts';

/** In CSS pixels: a page that is further off has lost the place. */
const TOLERANCE = 2;

async function listPairs(dist: string): Promise<string[]> {
  const slugs: string[] = [];
  for (const file of await readdir(join(dist, 'en'))) {
    if (!file.endsWith('.html')) continue;
    const html = await readFile(join(dist, 'en', file), 'utf8');
    if (/class="twin"/.test(html)) slugs.push(file);
  }
  return slugs.sort();
}

interface Storm {
  readonly worst: number;
  readonly worstBack: number;
  readonly lost: number;
}

async function stormWork(
  browser: Browser,
  address: string,
  width: number,
  height: number,
  count: number,
): Promise<Storm> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(address);
  let [worst, worstBack, lost] = [0, 0, 0];
  for (let round = 0; round < count; round++) {
    await page.emulateMedia({ reducedMotion: round % 2 ? 'reduce' : 'no-preference' });
    await scrollToShare(page, Math.random());
    const before = await pressSwitch(page);
    const { unit, back: nth } = await readLanding(page);
    if (!unit) continue;
    const stood = before[unit]![nth]!;
    const off = Math.abs((await readTops(page))[unit]![0]! - stood);
    worst = Math.max(worst, off);
    if (!(off <= TOLERANCE)) lost++;
    if (round % 5) continue;
    await pressSwitch(page);
    const back = Math.abs((await readTops(page))[unit]![nth]! - stood);
    worstBack = Math.max(worstBack, back);
    if (!(back <= TOLERANCE)) lost++;
  }
  await context.close();
  return { worst, worstBack, lost };
}

/** The exit code is 1 when a place was lost. */
async function run([given, count = '200']: readonly string[]): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'beyt-storm-'));
  const folder = given ?? join(scratch, 'site');
  if (!given) {
    const content = join(scratch, 'content');
    await cp(showcase, content, { recursive: true });
    await addStormWorks(content);
    const { code, output } = await runBuild({ OUT_DIR: folder, CONTENT_DIR: content });
    if (code) throw new Error(output);
  }
  const headers = readHeadersFile(await readFile(join(folder, '_headers'), 'utf8'));
  const server = await serveFolder(folder, { compress: true, headers });
  const browser = await launchChromium();
  let lost = 0;
  console.log('work | switches | off, worst px | back, worst px | lost');
  for (const slug of await listPairs(folder)) {
    const half = Math.ceil(Number(count) / 2);
    const address = `${server.url}en/${encodeURIComponent(slug)}`;
    const phone = await stormWork(browser, address, 360, 740, half);
    const desk = await stormWork(browser, address, 1280, 900, half);
    lost += phone.lost + desk.lost;
    const worst = Math.max(phone.worst, desk.worst).toFixed(2);
    const back = Math.max(phone.worstBack, desk.worstBack).toFixed(2);
    console.log([slug, 2 * half, worst, back, phone.lost + desk.lost].join(' | '));
  }
  await browser.close();
  await server.close();
  await rm(scratch, { recursive: true });
  process.exitCode = lost ? 1 : 0;
}

await run(process.argv.slice(2));
