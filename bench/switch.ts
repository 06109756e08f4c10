/**
 * Storms the switch: `npm run bench -- switch [FOLDER] [COUNT]`. FOLDER is a built site (built from `content/` when
 * left out), COUNT the switches a work (200). Half of them on a phone, half on a desk, from random places; after every
 * fifth the page is switched back at once and must stand where it stood. The figures stand in docs/reading.md.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { runBuild } from '../tests/support/build-site.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { serveFolder } from '../tests/support/server.ts';
import { pressSwitch, readLanding, readTops, scrollToShare } from '../tests/support/switch.ts';

/** A page that is further off than this, in CSS pixels, has lost the place. */
const TOLERANCE = 2;

/** English articles that have a Persian edition: slugs. */
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
  readonly milliseconds: readonly number[];
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
  const milliseconds: number[] = [];
  let [worst, worstBack, lost] = [0, 0, 0];
  for (let round = 0; round < count; round++) {
    await scrollToShare(page, Math.random());
    const before = await readTops(page);
    milliseconds.push(await pressSwitch(page));
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
  return { worst, worstBack, lost, milliseconds };
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Runs the storm and prints a row a work; the exit code is 1 when a place was lost. */
async function run([given, count = '200']: readonly string[]): Promise<void> {
  const folder = given ?? join(await mkdtemp(join(tmpdir(), 'beyt-storm-')), 'site');
  if (!given) await runBuild({ OUT_DIR: folder });
  const server = await serveFolder(folder);
  const browser = await launchChromium();
  let lost = 0;
  console.log('work | switches | off, worst px | back, worst px | lost | ms, median');
  for (const slug of await listPairs(folder)) {
    const half = Math.ceil(Number(count) / 2);
    const address = `${server.url}en/${encodeURIComponent(slug)}`;
    const phone = await stormWork(browser, address, 360, 740, half);
    const desk = await stormWork(browser, address, 1280, 900, half);
    lost += phone.lost + desk.lost;
    const times = [...phone.milliseconds, ...desk.milliseconds];
    const worst = Math.max(phone.worst, desk.worst).toFixed(2);
    const back = Math.max(phone.worstBack, desk.worstBack).toFixed(2);
    console.log([slug, times.length, worst, back, phone.lost + desk.lost, median(times).toFixed(0)].join(' | '));
  }
  await browser.close();
  await server.close();
  if (!given) await rm(folder, { recursive: true });
  process.exitCode = lost ? 1 : 0;
}

await run(process.argv.slice(2));
