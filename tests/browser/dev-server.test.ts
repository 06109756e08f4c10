import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type OwnProject, openOwnProject } from '../support/own-project.ts';

let project: OwnProject;
let server: ChildProcess;
let browser: Browser;
let base: string;
let printed = '';

/** Waits until pages that stay open show something; nobody reloads them. */
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 50_000, interval: 50 });
const shows = (page: Page, text: string) =>
  eventually(async () => expect(await page.locator('body').innerText()).toContain(text));

function findPort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

/** Files as they were before the test that changes them. */
const before = new Map<string, string>();

function write(path: string, text: string): void {
  if (!before.has(path)) before.set(path, readFileSync(join(project.root, path), 'utf8'));
  project.write(path, text);
}

function change(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(project.root, path), 'utf8');
  expect(text).toMatch(from);
  write(path, text.replace(from, to));
}

const waitForConnection = (page: Page) =>
  page.waitForEvent('console', {
    predicate: (message) => message.text().includes('[vite] connected.'),
    timeout: 50_000,
  });

async function open(path: string, delay = 0): Promise<Page> {
  const page = await browser.newPage();
  await page.route('**/@vite/client', (route) => setTimeout(() => route.continue(), delay));
  const connected = waitForConnection(page);
  // After a test that failed, the server may be starting again.
  await eventually(async () => void (await page.goto(base + path)));
  await connected;
  return page;
}

/** Makes a change after which the server starts again. The page, which nobody reloads, follows it. */
async function restart(page: Page, makeChange: () => void, text: string): Promise<void> {
  const connected = waitForConnection(page);
  makeChange();
  await connected;
  await shows(page, text);
  // One more reload, on a slow machine, would ask a server that the next change has stopped.
  await page.waitForLoadState('networkidle');
}

/** A name as pages link to it, and as macOS stores it. */
const composed = 'گزارش آب.txt';
const decomposed = composed.normalize('NFD');

beforeAll(async () => {
  project = openOwnProject('tests/fixtures/many-kinds');
  project.write(`public/${decomposed}`, 'A report');
  const port = await findPort();
  base = `http://localhost:${port}/`;
  const { VITEST: _vitest, MODE: _mode, DEV: _dev, PROD: _prod, SSR: _ssr, BEYT_CONFIG: _config, ...env } = process.env;
  server = spawn(process.execPath, ['src/cli/dev.ts'], {
    cwd: project.root,
    env: { ...env, NODE_ENV: 'development', PORT: String(port) },
  });
  for (const stream of [server.stdout!, server.stderr!])
    stream.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
  await vi.waitFor(() => expect(printed).toMatch(/localhost/), { timeout: 60_000 });
  browser = await launchChromium();
}, 120_000);
afterEach(async ({ task }) => {
  // The next attempt, and the next test, begin with files that are right.
  if (task.result?.state === 'fail') for (const [path, text] of before) project.write(path, text);
  before.clear();
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  server.kill();
  await browser.close();
  project.close();
});

describe('npm run dev, with pages that stay open', () => {
  test('a saved edition appears on its article, its twin and the facing page', async () => {
    const pages = await Promise.all(['en/timeline.html', 'both/timeline.html'].map(open));
    const twin = await open(`fa/${encodeURIComponent('گاه‌شمار')}.html`);
    change('content/en/timeline.mdx', /\n\n(?=\p{L})/u, '\n\nNewly written. ');
    for (const page of pages) await shows(page, 'Newly written.');
    change('content/fa/گاه‌شمار.mdx', /\n\n(?=\p{L})/u, '\n\nتازه نوشته شد. ');
    await shows(twin, 'تازه نوشته شد.');
    await shows(pages[1]!, 'تازه نوشته شد.');
    change('content/fa/گاه‌شمار.mdx', /^title: .*$/m, 'title: عنوان نو');
    await shows(twin, 'عنوان نو');
    // Both at once, as an editor saves all of its files.
    change('content/en/timeline.mdx', 'Newly written.', 'Written at once.');
    change('content/fa/گاه‌شمار.mdx', 'تازه نوشته شد.', 'هم‌زمان نوشته شد.');
    for (const page of pages) await shows(page, 'Written at once.');
    for (const page of [twin, pages[1]!]) await shows(page, 'هم‌زمان نوشته شد.');
  }, 120_000);

  test('files of public/ whose names are stored decomposed', async () => {
    expect(decomposed).not.toBe(composed);
    for (const name of [composed, decomposed]) {
      const response = await fetch(`${base}${encodeURIComponent(name)}?v=1`);
      expect([response.status, await response.text()]).toEqual([200, 'A report']);
    }
    expect((await fetch(`${base}${encodeURIComponent('گزارش.txt')}`)).status).toBe(404);
    const page = await fetch(`${base}fa/${encodeURIComponent('گاه‌شمار')}.html`);
    expect(page.status).toBe(200);
  }, 120_000);

  test('a component and a style', async () => {
    const page = await open('en/timeline.html');
    change('src/components/SiteFooter.astro', '</footer>', '<p>A new foot</p></footer>');
    await shows(page, 'A new foot');
    change('src/styles/tokens.css', '--paper: #fcfcf9', '--paper: #010203');
    await eventually(async () =>
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
        'rgb(1, 2, 3)',
      ),
    );
  }, 120_000);

  test('the theme: its stylesheet, and a part that a component of it replaces', async () => {
    const page = await open('en/timeline.html');
    const readColour = () => page.evaluate(() => getComputedStyle(document.querySelector('.b-foot')!).color);
    project.write('theme/theme.css', '.b-foot { color: rgb(4, 5, 6); }');
    await eventually(async () => expect(await readColour()).toBe('rgb(4, 5, 6)'));
    change('theme/theme.css', 'rgb(4, 5, 6)', 'rgb(7, 8, 9)');
    await eventually(async () => expect(await readColour()).toBe('rgb(7, 8, 9)'));
    project.write('theme/components/Foot.astro', '<footer class="b-foot">A foot of our own</footer>');
    const useFoot = () =>
      change(
        'beyt.config.ts',
        "timeZone: 'Asia/Kabul',",
        "timeZone: 'Asia/Kabul',\n  components: { SiteFooter: './theme/components/Foot.astro' },",
      );
    await restart(page, useFoot, 'A foot of our own');
    change('theme/components/Foot.astro', 'A foot of our own', 'Another foot of our own');
    await shows(page, 'Another foot of our own');
  }, 120_000);

  test('a broken edition shows file, line and remedy over the page and in the terminal, until it is corrected', async () => {
    const page = await open('en/timeline.html');
    const correct = readFileSync(join(project.root, 'content/en/timeline.mdx'), 'utf8');
    const line = correct.split('\n').length + 1;
    write('content/en/timeline.mdx', `${correct}\n<Nowhere />\n`);
    const overlay = page.locator('vite-error-overlay');
    await eventually(async () => {
      const text = await overlay.evaluate((element) => element.shadowRoot!.textContent);
      expect(text).toContain(`en/timeline.mdx:${line}:1`);
      expect(text).toContain('The component <Nowhere> is not known');
      expect(text).toContain('import your own component');
    });
    await vi.waitFor(() => expect(printed).toMatch(new RegExp(`content/en/timeline\\.mdx:${line}:1 .*Nowhere`)));
    // Whoever opens the page now sees the same, also on a slow device.
    const late = await open('en/timeline.html', 1500);
    await eventually(async () =>
      expect(await late.locator('vite-error-overlay').evaluate((element) => element.shadowRoot!.textContent)).toContain(
        'The component <Nowhere> is not known',
      ),
    );
    write('content/en/timeline.mdx', correct);
    for (const one of [page, late])
      await eventually(async () => expect(await one.locator('article.b-text').count()).toBe(1));
    expect(await overlay.count()).toBe(0);
  }, 120_000);

  test('what keeps a work from being shown is over its addresses and its twin’s, a broken list over every page', async () => {
    const overlays = async (path: string, texts: readonly string[]) => {
      const overlay = (await open(path)).locator('vite-error-overlay');
      await eventually(async () => {
        const text = await overlay.evaluate((element) => element.shadowRoot!.textContent, null, { timeout: 3000 });
        for (const one of texts) expect(text).toContain(one);
      });
    };
    const twin = `fa/${encodeURIComponent('گاه‌شمار')}.html`;
    const edition = readFileSync(join(project.root, 'content/en/timeline.mdx'), 'utf8');
    change('content/en/timeline.mdx', /^title: /m, 'title: S: ');
    await vi.waitFor(() => expect(printed).toMatch(/en\/timeline\.mdx:2:\d+ error .*FrontmatterUnreadable/));
    for (const path of ['en/timeline.html', twin, 'both/timeline.html'])
      await overlays(path, ['en/timeline.mdx:2:', 'The frontmatter is not valid YAML', 'quotation marks']);
    const sound = await open('en/alone.html');
    await sound.waitForTimeout(1000);
    expect(await sound.locator('vite-error-overlay').count()).toBe(0);
    write('content/en/timeline.mdx', edition);
    const glossary = readFileSync(join(project.root, 'content/glossary.yaml'), 'utf8');
    change('content/glossary.yaml', /^/, 'terms: [\n');
    await vi.waitFor(() => expect(printed).toMatch(/glossary\.yaml:\d+:\d+ error/));
    for (const path of ['en/timeline.html', 'fa/', 'en/search.html']) await overlays(path, ['glossary.yaml:']);
    write('content/glossary.yaml', glossary);
    await eventually(async () => expect(await sound.locator('vite-error-overlay').count()).toBe(0));
  }, 120_000);

  test('a setting and the code of the core: the server starts again with them', async () => {
    const page = await open('en/timeline.html');
    project.write('theme/name.ts', "export const en = 'Another name';\n");
    const importName = () => {
      change('beyt.config.ts', "en: 'Beyt'", 'en');
      change('beyt.config.ts', /^/, "import { en } from './theme/name.ts';\n");
    };
    await restart(page, importName, 'Another name');
    // On a slow device: what a reload asks for would come too late for the server that stops.
    const network = await page.context().newCDPSession(page);
    const setLatency = (latency: number) =>
      network.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: -1,
        uploadThroughput: -1,
      });
    await setLatency(900);
    await restart(page, () => change('theme/name.ts', 'Another', 'One more'), 'One more name');
    await setLatency(0);
    const useWord = () => change('src/i18n/en.json', '"Skip to the text"', '"Jump to the text"');
    await restart(page, useWord, 'Jump to the text');
  }, 120_000);

  test('a wrong setting is shown over the page and in the terminal', async () => {
    const page = await open('en/timeline.html');
    change('beyt.config.ts', "'Asia/Kabul'", "'Kabul'");
    await vi.waitFor(() => expect(printed).toMatch(/beyt\.config\.ts:\d+:\d+ error .*timeZone/), { timeout: 50_000 });
    await eventually(async () => {
      await page.goto(`${base}en/timeline.html`).catch(() => undefined);
      const overlay = page.locator('vite-error-overlay');
      expect(await overlay.evaluate((element) => element.shadowRoot!.textContent, null, { timeout: 3000 })).toContain(
        'timeZone',
      );
    });
  }, 120_000);
});
