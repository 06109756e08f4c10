/**
 * `npm run bench -- faults [--kills 20] [--edits 20] [--full-disk]` breaks builds in every way we know, on a copy of the
 * site's own content, and looks each time whether the published folder is the old site or the new one, bit for bit,
 * and whether the next build gives what a build from nothing gives. `--full-disk` mounts a small file system in memory,
 * for which it must run as root. The exit code is 1 when something was found.
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
import { listFiles } from '../src/publish/list-files.ts';
import { digest } from '../src/works/digest.ts';
import { pick, pickNumber, startRandom } from './archive/random.ts';

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
cpSync('content', content, { recursive: true });
let failures = 0;

const environment = (outDir: string, cache: string) => ({
  ...process.env,
  CI: '1',
  CONTENT_DIR: content,
  OUT_DIR: outDir,
  BEYT_CACHE: join(root, cache),
});

function start(command: 'build' | 'align', outDir = dist, cache = 'cache') {
  return spawn(process.execPath, [`src/cli/${command}.ts`], { env: environment(outDir, cache), stdio: 'ignore' });
}
function build(outDir = dist, cache = 'cache'): boolean {
  return (
    spawnSync(process.execPath, ['src/cli/build.ts'], { env: environment(outDir, cache), stdio: 'ignore' }).status === 0
  );
}

async function digestFolder(folder: string): Promise<string> {
  if (!existsSync(folder)) return 'none';
  const files = await listFiles(folder);
  return digest(...files.flatMap((path) => [path, readFileSync(join(folder, path), 'base64')]));
}

/** What a build from nothing makes of the content as it is. */
async function digestFresh(): Promise<string> {
  for (const folder of [fresh, join(root, 'fresh-cache')]) rmSync(folder, { recursive: true, force: true });
  if (!build(fresh, 'fresh-cache')) return 'failed';
  return digestFolder(fresh);
}

function expect(what: string, holds: boolean): void {
  if (!holds) failures++;
  console.log(`${holds ? 'right' : 'WRONG'}: ${what}`);
}

const editions = () =>
  (readdirSync(content, { recursive: true }) as string[]).filter((name) => /^(en|fa)\/[^_].*\.mdx$/.test(name)).sort();

/** One edit as an editor makes it: a corrected, added or removed paragraph, a title, a name, an edition taken away. */
function edit(): string {
  const name = pick(random, editions());
  const file = join(content, name);
  const source = readFileSync(file, 'utf8');
  const [head, ...paragraphs] = source.split('\n\n') as [string, ...string[]];
  const at = pickNumber(random, paragraphs.length);
  const word = `${name.startsWith('fa') ? 'افزوده' : 'Addition'} ${pickNumber(random, 1000)}`;
  const kind = pick(random, ['correct', 'add', 'title', 'glossary', 'swap'] as const);
  if (kind === 'glossary') {
    const glossary = join(content, 'glossary.yaml');
    writeFileSync(glossary, `${readFileSync(glossary, 'utf8')}\n# ${word}\n`);
  } else if (kind === 'title') writeFileSync(file, source.replace(/^title: .*$/m, `title: ${word}`));
  else {
    const changed = [...paragraphs];
    if (kind === 'add') changed.splice(at, 0, `${word}.`);
    else if (kind === 'swap') changed.splice(at, 2, ...changed.slice(at, at + 2).reverse());
    else if (/^[\p{L}\p{M}]/u.test(changed[at] ?? '')) changed[at] = `${word} ${changed[at]}`;
    writeFileSync(file, [head, ...changed].join('\n\n'));
  }
  return `${kind} ${name}`;
}

/** Edits until the content builds: a swap may cut a list or a component in two. */
async function editWell(): Promise<string> {
  for (;;) {
    const before = new Map(['glossary.yaml', ...editions()].map((name) => [name, readFileSync(join(content, name))]));
    const what = edit();
    const after = await digestFresh();
    if (after !== 'failed') return after;
    for (const [name, bytes] of before) writeFileSync(join(content, name), bytes);
    void what;
  }
}

const clean = () => readdirSync(root).filter((name) => /^\.dist\./.test(name)).length === 0;

try {
  expect('a first build', build());
  let old = await digestFolder(dist);
  const began = performance.now();
  build(join(root, 'timed'), 'timed-cache');
  const usual = performance.now() - began;

  for (let i = 0; i < Number(options.edits); i++) {
    const next = await editWell();
    build();
    expect(`edit ${i + 1}: the warm build is the cold one, byte for byte`, (await digestFolder(dist)) === next);
    old = next;
  }
  for (let i = 0; i < Number(options.kills); i++) {
    const next = await editWell();
    const child = start('build');
    const after = Math.round(random() * usual * 1.1);
    await Promise.race([wait(after), new Promise((done) => child.once('exit', done))]);
    child.kill('SIGKILL');
    await wait(200);
    const left = await digestFolder(dist);
    expect(
      `killed after ${after} ms: ${left === old ? 'the old site' : 'the new site'}`,
      left === old || left === next || left === 'none',
    );
    expect(
      'the next build is right, and nothing is left over',
      build() && (await digestFolder(dist)) === next && clean(),
    );
    old = next;
  }

  const both = await editWell();
  const runs = [start('build'), start('build')].map((child) => new Promise((done) => child.once('exit', done)));
  await Promise.all(runs);
  expect('two builds at once give the new site', (await digestFolder(dist)) === both && clean());

  const child = start('build');
  await wait(usual / 3);
  const name = pick(random, editions());
  const source = readFileSync(join(content, name));
  rmSync(join(content, name));
  await new Promise((done) => child.once('exit', done));
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

  for (let i = 0; i < 4; i++) {
    await editWell();
    const aligning = start('align');
    await wait(random() * 3000);
    aligning.kill('SIGKILL');
    await wait(100);
    const records = existsSync(join(content, 'alignment')) ? readdirSync(join(content, 'alignment')) : [];
    const whole = records
      .filter((file) => file.endsWith('.json'))
      .every((file) => {
        try {
          return Boolean(JSON.parse(readFileSync(join(content, 'alignment', file), 'utf8')));
        } catch {
          return false;
        }
      });
    expect('align was killed: every record is whole', whole);
    const again = spawnSync(process.execPath, ['src/cli/align.ts'], {
      env: environment(dist, 'cache'),
      stdio: 'ignore',
    });
    expect('the next align is right', again.status === 0);
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
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=14m', 'tmpfs', disk]);
    try {
      const small = join(disk, 'dist');
      const first = build(small, 'disk-cache');
      const before = await digestFolder(small);
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, 14 * 2 ** 20 - 2 * 2 ** 20 - 6 * 2 ** 20)), {
        flag: 'w',
      });
      edit();
      const second = build(small, 'disk-cache');
      const after = await digestFolder(small);
      expect(
        `a full disk: first build ${first ? 'fits' : 'fails'}, second ${second ? 'fits' : 'fails'}; whole or old`,
        second || after === before,
      );
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(failures ? `${failures} went wrong` : 'Nothing went wrong.');
if (failures) process.exitCode = 1;
