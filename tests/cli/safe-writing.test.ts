import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EN, FA, openSiteFolder, type SiteFolder } from './site-folder.ts';

const WORKS = Array.from({ length: 24 }, (_, i) => `work-${String(i).padStart(2, '0')}`);

let site: SiteFolder;
beforeEach(() => (site = openFilled()));
afterEach(() => site.close());

function openFilled(): SiteFolder {
  const filled = openSiteFolder();
  for (const [i, work] of WORKS.entries()) {
    filled.write('en', work, [...EN, `This is work number ${i}.`]);
    filled.write('fa', work, [...FA, `این نوشتهٔ شمارهٔ ${i} است.`]);
  }
  return filled;
}

/** In milliseconds: moments to kill at are shares of it, on any machine. */
async function timeWholeRun(): Promise<number> {
  const whole = openFilled();
  await whole.align(); // the first run of all compiles
  whole.close();
  const again = openFilled();
  const began = performance.now();
  await again.align();
  const ms = performance.now() - began;
  again.close();
  return ms;
}

const readAll = () => WORKS.map((work) => readFileSync(site.recordPath(work), 'utf8'));

it('loses nothing when it is killed at any moment', async () => {
  const kills = [];
  let wholeRunMs = await timeWholeRun();
  for (let round = 0; round < 8; round++) {
    const began = performance.now();
    const { code } = await site.killAlign(wholeRunMs * (0.3 + round * 0.1));
    kills.push(code);
    // Other tests may have ended meanwhile: what took so long then is quick now.
    if (code !== null) wholeRunMs = performance.now() - began;
    for (const name of existsSync(join(site.dir, 'alignment')) ? site.listRecords() : [])
      if (name.endsWith('.json')) expect(site.record(name.slice(0, -5)).units).toHaveLength(5);
  }
  expect(kills).toContain(null);
  expect((await site.align()).code).toBe(0);
  expect(site.listRecords()).toEqual(WORKS.map((work) => `${work}.json`));
}, 60_000);

it('lets two runs at once write the same as one', async () => {
  const ends = await Promise.all([site.align(), site.align()]);
  expect(ends.map(({ code }) => code)).toEqual([0, 0]);
  expect(ends.map(({ out }) => /(\d+) records? written/.exec(out)![1]).sort()).toEqual(['0', '24']);
  const both = readAll();
  expect(site.listRecords()).toEqual(WORKS.map((work) => `${work}.json`));
  const alone = openFilled();
  await alone.align();
  expect(WORKS.map((work) => readFileSync(alone.recordPath(work), 'utf8'))).toEqual(both);
  alone.close();
}, 60_000);

it('clears away what killed runs left, and nothing of a living one', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await new Promise((end) => dead.on('close', end));
  const folder = join(site.dir, 'alignment');
  mkdirSync(folder);
  for (const name of [`.lock.${dead.pid}`, '.lock.clear', `.${dead.pid}.tmp`])
    writeFileSync(join(folder, name), `${dead.pid} ${hostname()}`);
  writeFileSync(join(folder, `.lock.${process.pid}`), `${process.pid} ${hostname()}`);
  expect((await site.align()).code).toBe(0);
  expect(site.listRecords().filter((name) => name.startsWith('.'))).toEqual([`.lock.${process.pid}`]);
}, 60_000);

it('takes over the lock of a dead run, and waits for a living one', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await new Promise((end) => dead.on('close', end));
  const lock = join(site.dir, 'alignment', '.lock');
  mkdirSync(join(site.dir, 'alignment'));
  writeFileSync(lock, `${dead.pid} ${hostname()}`);
  expect((await site.align()).code).toBe(0);
  writeFileSync(lock, `${process.pid} ${hostname()}`);
  process.env.BEYT_LOCK_SECONDS = '2';
  const refused = await site.align();
  delete process.env.BEYT_LOCK_SECONDS;
  expect(refused.code).toBe(1);
  expect(refused.out).toContain(`process ${process.pid}`);
  expect(existsSync(lock)).toBe(true);
}, 60_000);
