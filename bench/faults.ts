/**
 * `npm run bench -- faults [--kills 20] [--edits 20] [--full-disk]` breaks builds: the published folder must be the old
 * site or the new one, bit for bit, and the next build give what one from nothing gives. `--full-disk` mounts a file
 * system in memory, as root. The exit code is 1 when something was found.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseRecord } from '../src/alignment/records/parse-record.ts';
import { digest } from '../src/base/digest.ts';
import { listFiles } from '../src/base/list-files.ts';
import { startRandom } from '../src/base/random.ts';
import { showcase } from '../tests/support/build-site.ts';
import { editContent, listEditionFiles } from './archive/edit-content.ts';
import { pick } from './archive/pick.ts';

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    edits: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    'full-disk': { type: 'boolean', default: false },
  },
});
const random = startRandom(Number(options.seed));
const root = mkdtempSync(join(tmpdir(), 'beyt-faults-'));
const content = join(root, 'content');
const dist = join(root, 'dist');
const fresh = join(root, 'fresh');
cpSync(showcase, content, { recursive: true });
let failures = 0;

const environment = (outDir: string, cache: string) => ({
  ...process.env,
  CI: '1',
  BEYT_CONFIG: 'tests/support/built-site.config.ts',
  CONTENT_DIR: content,
  OUT_DIR: outDir,
  BEYT_CACHE: join(root, cache),
});

function start(command: 'build' | 'align', outDir = dist, cache = 'cache') {
  const child = spawn(process.execPath, [`src/cli/${command}.ts`], {
    env: environment(outDir, cache),
    stdio: 'ignore',
  });
  return { child, exit: new Promise<void>((done) => child.once('exit', () => done())) };
}
const align = (): boolean =>
  spawnSync(process.execPath, ['src/cli/align.ts'], { env: environment(dist, 'cache'), stdio: 'ignore' }).status === 0;

function build(outDir = dist, cache = 'cache'): boolean {
  return (
    spawnSync(process.execPath, ['src/cli/build.ts'], { env: environment(outDir, cache), stdio: 'ignore' }).status === 0
  );
}

async function digestFolder(folder: string): Promise<string> {
  if (!existsSync(folder)) return 'none';
  const files = listFiles(folder);
  return digest(...files.flatMap((path) => [path, readFileSync(join(folder, path), 'base64')]));
}

async function digestFresh(): Promise<string> {
  for (const folder of [fresh, join(root, 'fresh-cache')]) rmSync(folder, { recursive: true, force: true });
  if (!build(fresh, 'fresh-cache')) return 'failed';
  return digestFolder(fresh);
}

function expect(what: string, holds: boolean): void {
  if (!holds) failures++;
  console.log(`${holds ? 'right' : 'WRONG'}: ${what}`);
}

const edit = () => editContent(content, random);
const editions = () => listEditionFiles(content);

/** A swap may cut a list or a component in two. */
async function editWell(): Promise<string> {
  for (;;) {
    const before = new Map(['glossary.yaml', ...editions()].map((name) => [name, readFileSync(join(content, name))]));
    edit();
    const after = await digestFresh();
    if (after !== 'failed') return after;
    for (const [name, bytes] of before) writeFileSync(join(content, name), bytes);
  }
}

const clean = () => readdirSync(root).filter((name) => /^\.dist\./.test(name)).length === 0;

try {
  expect('a first build', build());
  let old = await digestFolder(dist);
  const time = (run: () => void) => {
    const began = performance.now();
    run();
    return performance.now() - began;
  };
  const usual = time(() => build(join(root, 'timed'), 'timed-cache'));

  for (let i = 0; i < Number(options.edits); i++) {
    const next = await editWell();
    build();
    expect(`edit ${i + 1}: the warm build is the cold one, byte for byte`, (await digestFolder(dist)) === next);
    old = next;
  }
  for (let i = 0; i < Number(options.kills); i++) {
    const next = await editWell();
    // Every other build has no cache.
    if (i % 2) rmSync(join(root, 'cache'), { recursive: true });
    const { child, exit } = start('build');
    const after = Math.round(random() * usual);
    await Promise.race([wait(after), exit]);
    const ended = child.exitCode !== null;
    child.kill('SIGKILL');
    await exit;
    const left = await digestFolder(dist);
    expect(
      `${ended ? 'over before it could be killed' : `killed after ${after} ms`}: ${left === old ? 'the old site' : 'the new site'}`,
      left === old || left === next || left === 'none',
    );
    expect(
      'the next build is right, and nothing is left over',
      build() && (await digestFolder(dist)) === next && clean(),
    );
    old = next;
  }

  const both = await editWell();
  await Promise.all([start('build').exit, start('build').exit]);
  expect('two builds at once give the new site', (await digestFolder(dist)) === both && clean());

  rmSync(join(root, 'cache'), { recursive: true });
  const { exit } = start('build');
  await wait(usual / 3);
  const name = pick(random, editions());
  const source = readFileSync(join(content, name));
  rmSync(join(content, name));
  await exit;
  writeFileSync(join(content, name), source);
  const mid = await digestFolder(dist);
  const builtWithout = mid !== both;
  expect(`an edition that vanished while building: ${builtWithout ? 'the site without it' : 'the site with it'}`, true);
  expect('the next build has it again', build() && (await digestFolder(dist)) === both);

  writeFileSync(
    join(root, 'cache', readdirSync(join(root, 'cache')).find((f) => f === 'index.json') ?? 'index.json'),
    '{"version":"older","facts":{},"kept":{}}',
  );
  expect('a cache of another version is ignored', build() && (await digestFolder(dist)) === both);
  for (const file of (readdirSync(join(root, 'cache/files'), { recursive: true }) as string[]).slice(0, 40)) {
    const path = join(root, 'cache/files', file);
    if (statSync(path).isFile()) writeFileSync(path, 'overwritten');
  }
  expect('files of the cache that were overwritten are not used', build() && (await digestFolder(dist)) === both);

  const records = join(content, 'alignment');
  const usualAlign = time(align);
  for (let i = 0; i < Number(options.kills); i++) {
    await editWell();
    cpSync(records, join(root, 'records'), { recursive: true });
    align();
    const wanted = await digestFolder(records);
    rmSync(records, { recursive: true });
    cpSync(join(root, 'records'), records, { recursive: true });
    rmSync(join(root, 'records'), { recursive: true });
    const { child, exit } = start('align');
    const after = Math.round(random() * usualAlign);
    await Promise.race([wait(after), exit]);
    child.kill('SIGKILL');
    await exit;
    const whole = readdirSync(records)
      .filter((file) => file.endsWith('.json'))
      .every((file) => parseRecord(readFileSync(join(records, file), 'utf8')).record);
    expect(`align killed after ${after} ms: every record is whole`, whole);
    expect(
      'the next align gives what one that is not killed gives',
      align() && (await digestFolder(records)) === wanted,
    );
  }

  if (process.getuid?.() !== 0) {
    const next = await digestFolder(dist);
    edit();
    chmodSync(root, 0o555);
    expect('a parent folder that may not be written: the build says so', !build());
    chmodSync(root, 0o755);
    expect('and leaves the old site', (await digestFolder(dist)) === next);
  }
  if (options['full-disk']) {
    const disk = join(root, 'disk');
    mkdirSync(disk);
    // Room for one site and its index in the making, not for two.
    const bytes = listFiles(dist).reduce((sum, path) => sum + statSync(join(dist, path)).size, 0);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${Math.round((bytes * 1.9) / 1024)}k`, 'tmpfs', disk]);
    try {
      const small = join(disk, 'dist');
      expect('a disk with room for one site: the first build fits', build(small, 'disk-cache'));
      const before = await digestFolder(small);
      await editWell();
      expect('a full disk: the second build says so', !build(small, 'disk-cache'));
      expect('and leaves the old site', (await digestFolder(small)) === before);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(failures ? `${failures} went wrong` : 'Nothing went wrong.');
if (failures) process.exitCode = 1;
