/**
 * `npm run bench -- switch-speed [FOLDER]`: how long a switch takes from a warm cache, from the key to the first paint
 * of the other page, which stands in its place by then. FOLDER is a built site (when left out, that of `content/`). The
 * pages drive themselves, by a script that is added to copies of them under their own policy, and nothing else looks
 * into the browser: one that is driven from outside takes some 50 ms longer. Medians of 12 switches a work, on a phone's
 * window and a desk's; with the transition between the pages, and for readers who want less motion.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runBuild } from '../tests/support/build-site.ts';
import { findChromium } from '../tests/support/chromium.ts';
import { serveFolder } from '../tests/support/server.ts';

const SWITCHES = 12;
/** A run that takes longer than this, in seconds, has failed. */
const LONGEST = 120;

/** Runs in each page: notes how long it took to come, then goes to a random place, reaches for the switch and presses it. */
async function drive(switches: number): Promise<void> {
  const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  // The name of the window outlives the page.
  const state: { pressed?: number; times: number[] } = JSON.parse(window.name || '{"times":[]}');
  await new Promise((done) => addEventListener('load', done));
  const paint = await new Promise<number>((done) => {
    new PerformanceObserver((list) => done(list.getEntries()[0]!.startTime)).observe({ type: 'paint', buffered: true });
  });
  if (state.pressed) state.times.push(performance.timeOrigin + paint - state.pressed);
  if (state.times.length >= switches) {
    document.title = `done ${JSON.stringify(state.times)}`;
    return;
  }
  await rest(300);
  window.scrollTo(0, Math.random() * (document.documentElement.scrollHeight - innerHeight));
  await rest(300);
  document.querySelector('a[data-switch]')!.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await rest(500);
  state.pressed = performance.timeOrigin + performance.now();
  window.name = JSON.stringify(state);
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 't', code: 'KeyT', bubbles: true }));
}

const driver = `(${drive})(${SWITCHES})`;
const hash = createHash('sha256').update(driver).digest('base64');

/** Adds the driver to the articles of two-sided works, and its hash to their policy. @returns English file names */
async function addDriver(folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const lang of ['en', 'fa']) {
    for (const name of (await readdir(join(folder, lang))).filter((file) => file.endsWith('.html'))) {
      const path = join(folder, lang, name);
      const html = await readFile(path, 'utf8');
      if (!html.includes('class="twin"')) continue;
      const allowed = html.replace(/script-src 'self'/, `script-src 'self' 'sha256-${hash}'`);
      await writeFile(path, `${allowed}<script>${driver}</script>`);
      if (lang === 'en') names.push(name);
    }
  }
  return names.sort();
}

/** Opens an address in a browser of its own and reads what its pages have noted, in milliseconds. */
async function watch(address: string, scratch: string, options: readonly string[]): Promise<number[]> {
  const profile = await mkdtemp(join(scratch, 'profile-'));
  const flags = ['--headless=new', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0', ...options];
  const browser = spawn(await findChromium(), [...flags, `--user-data-dir=${profile}`, address], { stdio: 'ignore' });
  try {
    for (const end = Date.now() + LONGEST * 1000; Date.now() < end; ) {
      await wait(500);
      const port = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n')[0];
      if (!port) continue;
      // The list of tabs, from outside: no debugger is attached to any of them.
      const tabs = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { title: string }[];
      const done = tabs.find(({ title }) => title.startsWith('done '));
      if (done) return JSON.parse(done.title.slice(5));
    }
    throw new Error(`${address} did not come to an end`);
  } finally {
    browser.kill();
    await new Promise((done) => browser.once('exit', done));
  }
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const [given] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'beyt-switch-'));
const folder = join(scratch, 'site');
if (given) await cp(given, folder, { recursive: true });
else await runBuild({ OUT_DIR: folder });
const names = await addDriver(folder);
const server = await serveFolder(folder, { compress: true, headers: () => ({ 'cache-control': 'max-age=600' }) });
const columns = [
  ['--window-size=500,900'],
  ['--window-size=1280,900'],
  ['--window-size=500,900', '--force-prefers-reduced-motion'],
  ['--window-size=1280,900', '--force-prefers-reduced-motion'],
];
console.log('work | phone | desk | phone, less motion | desk, less motion (ms, medians)');
for (const name of names) {
  const row: string[] = [];
  for (const options of columns)
    row.push(median(await watch(`${server.url}en/${encodeURIComponent(name)}`, scratch, options)).toFixed(0));
  console.log([name, ...row].join(' | '));
}
await server.close();
await rm(scratch, { recursive: true, force: true });
