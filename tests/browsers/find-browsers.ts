import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { findChromium } from '../support/chromium.ts';
import { launchWithPuppeteer } from './puppeteer-remote.ts';
import type { TestedBrowser } from './remote.ts';
import { launchWithWebDriver } from './webdriver-remote.ts';

/** The oldest Chromium that the site supports: the npm package's version is the browser's. */
const OLDEST = '103.0.0';

const cache = fileURLToPath(new URL('../../node_modules/.cache/beyt-browsers/', import.meta.url));
const firefoxes = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
const miniBrowsers = ['4.1', '4.0'].map((api) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${api}/MiniBrowser`);

// Containers seldom let Chromium build its sandbox; the tests open only pages of their own.
const chromiumArgs = ['--no-sandbox', '--disable-gpu'];

/** Unpacks an old Chromium from the npm package that holds it, once. Resolves to its path. */
async function installChromium(version: string): Promise<string> {
  const path = `${cache}chromium-${version}`;
  if (existsSync(path)) return path;
  const folder = `${cache}npm-${version}`;
  await mkdir(folder, { recursive: true });
  const install = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  await promisify(execFile)('npm', [...install, `@sparticuz/chromium@${version}`]);
  const packed = await readFile(`${folder}/node_modules/@sparticuz/chromium/bin/chromium.br`);
  await writeFile(`${path}.part`, await promisify(brotliDecompress)(packed));
  await chmod(`${path}.part`, 0o755);
  await rename(`${path}.part`, path);
  return path;
}

const findOne = (paths: readonly string[]) => paths.find((path) => existsSync(path));

/** The browsers that the site is tested in, oldest and newest, as far as Debian and npm have them. */
export const browsers = {
  chromium: {
    name: 'today’s Chromium',
    launch: async () => launchWithPuppeteer({ executablePath: await findChromium(), args: chromiumArgs }),
  },
  oldChromium: {
    name: `Chromium ${OLDEST.split('.')[0]}`,
    oldest: true,
    async launch() {
      try {
        return await launchWithPuppeteer({
          executablePath: await installChromium(OLDEST),
          args: [...chromiumArgs, '--headless', '--single-process'],
        });
      } catch (error) {
        return (error as Error).message;
      }
    },
  },
  firefox: {
    name: 'Firefox ESR',
    async launch() {
      const executablePath = findOne(firefoxes);
      if (!executablePath) return 'Install firefox-esr.';
      return launchWithPuppeteer({ browser: 'firefox', executablePath });
    },
  },
  webkit: {
    name: 'WebKitGTK',
    async launch() {
      const binary = findOne(miniBrowsers);
      const screen = process.env.DISPLAY ? [] : ['/usr/bin/xvfb-run', '--auto-servernum'];
      const driver = '/usr/bin/WebKitWebDriver';
      if (!binary || [driver, ...screen.slice(0, 1)].some((path) => !existsSync(path)))
        return 'Install webkit2gtk-driver and xvfb.';
      return launchWithWebDriver({
        command: [...screen, driver],
        port: 4490 + (process.pid % 500),
        capabilities: {
          'webkitgtk:browserOptions': {
            binary,
            args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
          },
        },
      });
    },
  },
} satisfies Record<string, TestedBrowser>;
