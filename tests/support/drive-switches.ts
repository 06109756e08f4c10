import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findChromium } from './chromium.ts';

export interface DrivenSwitch {
  /** Milliseconds from the key to the first paint of the other page. */
  readonly time: number;
  /** How far the twin's top was from where its source's had been, in CSS pixels. */
  readonly off: number;
  /** Drawn before it was asked for. */
  readonly prerendered: boolean;
}

const LONGEST = 120;

/** Runs in each page: notes how long it took to come, then goes to a random place and presses the switch. */
async function drive(switches: number): Promise<void> {
  const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
  const readTops = () => {
    const tops: Record<string, number[]> = {};
    for (const block of document.querySelectorAll<HTMLElement>('article [data-unit]')) {
      tops[block.dataset.unit!] ??= [];
      tops[block.dataset.unit!]!.push(block.getBoundingClientRect().top);
    }
    return tops;
  };
  if ((document as Document & { prerendering?: boolean }).prerendering)
    await new Promise((done) => document.addEventListener('prerenderingchange', done));
  // Nothing is done before the page is seen: it would be part of what is measured.
  const paint = await new Promise<number>((done) => {
    new PerformanceObserver((list) => done(list.getEntries()[0]!.startTime)).observe({ type: 'paint', buffered: true });
  });
  if (document.readyState !== 'complete') await new Promise((done) => addEventListener('load', done));
  await rest(300);
  const state: { tops: Record<string, number[]>; made: DrivenSwitch[] } = JSON.parse(
    localStorage.getItem('drive') ?? '{"tops":{},"made":[]}',
  );
  const pressed = Number(localStorage.getItem('pressed'));
  if (pressed) {
    const unit = decodeURIComponent(location.hash.slice(1));
    const there = readTops()[unit]?.[0] ?? 0;
    const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & { activationStart?: number })[];
    state.made.push({
      time: performance.timeOrigin + paint - pressed,
      off: Math.min(...(state.tops[unit] ?? []).map((top) => Math.abs(top - there))),
      prerendered: (entry?.activationStart ?? 0) > 0,
    });
  }
  if (state.made.length >= switches) {
    document.title = `done ${encodeURIComponent(JSON.stringify(state.made))}`;
    return;
  }
  window.scrollTo(0, (0.1 + 0.9 * Math.random()) * (document.documentElement.scrollHeight - innerHeight));
  await rest(300);
  document.querySelector('a[data-switch]')!.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await rest(500);
  state.tops = readTops();
  localStorage.setItem('drive', JSON.stringify(state));
  await rest(100);
  localStorage.setItem('pressed', String(performance.timeOrigin + performance.now()));
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 't', code: 'KeyT', bubbles: true }));
}

/** Adds the script's hash to the articles' policy too. @returns English file names */
export async function addDriver(folder: string, switches: number): Promise<string[]> {
  const driver = `(${drive})(${switches})`;
  const hash = createHash('sha256').update(driver).digest('base64');
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

/** In a browser of its own; reads what its pages have noted. */
export async function watchSwitches(
  address: string,
  scratch: string,
  flags: readonly string[],
): Promise<DrivenSwitch[]> {
  const profile = await mkdtemp(join(scratch, 'profile-'));
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  const own = ['--headless=new', '--no-sandbox', '--no-first-run', '--remote-debugging-port=0', ...quiet];
  const args = [...own, ...flags, `--user-data-dir=${profile}`, address];
  // What is started may be a script that starts the browser.
  const browser = spawn(await findChromium(), args, { stdio: 'ignore', detached: true });
  try {
    for (const end = Date.now() + LONGEST * 1000; Date.now() < end; ) {
      await wait(500);
      const port = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')).split('\n')[0];
      if (!port) continue;
      // From outside: no debugger is attached.
      const tabs = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { title: string }[];
      const done = tabs.find(({ title }) => title.startsWith('done '));
      if (done) return JSON.parse(decodeURIComponent(done.title.slice(5)));
    }
    throw new Error(`${address} did not come to an end`);
  } finally {
    const exit = new Promise((done) => browser.once('exit', done));
    process.kill(-browser.pid!, 'SIGKILL');
    await exit;
    // The browser may still be writing.
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
