/**
 * `npm run bench -- switch-speed [FOLDER]`: from the key to the first paint of the other page, from a warm cache.
 * FOLDER is a built site (by default `tests/fixtures/showcase`). The pages drive themselves, by a script that is added
 * to copies of them: a browser that is driven from outside takes some 50 ms longer. Medians of 12 switches a work.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBuild, showcase } from '../tests/support/build-site.ts';
import { addDriver, watchSwitches } from '../tests/support/drive-switches.ts';
import { serveFolder } from '../tests/support/server.ts';

const SWITCHES = 12;

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const [given] = process.argv.slice(2);
const scratch = await mkdtemp(join(tmpdir(), 'beyt-switch-'));
const folder = join(scratch, 'site');
if (given) await cp(given, folder, { recursive: true });
else await runBuild({ OUT_DIR: folder, CONTENT_DIR: showcase });
const names = await addDriver(folder, SWITCHES);
const server = await serveFolder(folder, { compress: true, headers: () => ({ 'cache-control': 'max-age=600' }) });
const columns = [
  ['--window-size=500,900'],
  ['--window-size=1280,900'],
  ['--window-size=500,900', '--force-prefers-reduced-motion'],
  ['--window-size=1280,900', '--force-prefers-reduced-motion'],
];
const all: { readonly prerendered: boolean; readonly off: number }[] = [];
console.log('work | phone | desk | phone, less motion | desk, less motion (ms, medians)');
for (const name of names) {
  const row: string[] = [];
  for (const flags of columns) {
    const made = await watchSwitches(`${server.url}en/${encodeURIComponent(name)}`, scratch, flags);
    all.push(...made);
    row.push(median(made.map(({ time }) => time)).toFixed(0));
  }
  console.log([name, ...row].join(' | '));
}
const drawn = all.filter(({ prerendered }) => prerendered).length;
const worst = Math.max(...all.map(({ off }) => off));
console.log(
  `${drawn} of ${all.length} pages were drawn before they were asked for; off by ${worst.toFixed(2)} px at worst`,
);
await server.close();
await rm(scratch, { recursive: true, force: true });
