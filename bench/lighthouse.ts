/** `npm run bench -- lighthouse [FOLDER]`: of a built site (default: the showcase fixture). Installs into `.cache/`. */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { runBuild, showcase } from '../tests/support/build-site.ts';
import { findChromium } from '../tests/support/chromium.ts';
import { serveFolder } from '../tests/support/server.ts';

const run = promisify(execFile);
const VERSION = '13.5.0';
const PAGES = [
  'en/alliances.html',
  'fa/alliances.html',
  'both/alliances.html',
  'both/the-couplet.html',
  'en/index.html',
  'fa/index.html',
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Report {
  categories: Record<
    (typeof CATEGORIES)[number],
    { score: number | null; auditRefs: { id: string; weight: number }[] }
  >;
  audits: Record<string, { score: number | null; displayValue?: string }>;
}

async function install(): Promise<string> {
  const home = resolve('.cache/lighthouse');
  const command = join(home, 'node_modules/lighthouse/cli/index.js');
  if (!existsSync(command)) {
    await mkdir(home, { recursive: true });
    execFileSync('npm', ['install', '--prefix', home, `lighthouse@${VERSION}`], { stdio: 'inherit' });
  }
  return command;
}

const [given] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'beyt-lighthouse-'));
const folder = given ?? join(scratch, 'site');
if (!given) await runBuild({ OUT_DIR: folder, CONTENT_DIR: showcase, SITE_URL: 'https://beyt.example/' });
const command = await install();
const server = await serveFolder(folder, { compress: true });
const chromium = await findChromium();
console.log(`page | ${CATEGORIES.join(' | ')} | largest paint | blocking | shift | missed`);
for (const page of PAGES) {
  const output = join(scratch, 'report.json');
  const flags = ['--output=json', `--output-path=${output}`, '--quiet', '--chrome-flags=--headless=new --no-sandbox'];
  await run(process.execPath, [command, `${server.url}${page}`, ...flags], {
    env: { ...process.env, CHROME_PATH: chromium },
  });
  const { categories, audits } = JSON.parse(await readFile(output, 'utf8')) as Report;
  const scores = CATEGORIES.map((name) => Math.round((categories[name].score ?? 0) * 100));
  const values = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].map(
    (id) => audits[id]?.displayValue ?? '?',
  );
  const missed = CATEGORIES.flatMap((name) => categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id);
  console.log([page, ...scores, ...values, missed.join(' ') || '–'].join(' | '));
}
await server.close();
await rm(scratch, { recursive: true });
