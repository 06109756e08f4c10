import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The same engine without windows comes first: it opens a page in a third of the time. */
const system = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/** `CHROMIUM_PATH`, else the machine's own Chromium, else the one that the npm package brings. */
export async function findChromium(): Promise<string> {
  const own = process.env.CHROMIUM_PATH || system.find((path) => existsSync(path));
  if (own) return own;
  // Named by a variable: the package is there only where the machine has no Chromium.
  const name = '@sparticuz/chromium';
  const packaged = (await import(name)) as { default: { executablePath(): Promise<string> } };
  return packaged.default.executablePath();
}

/**
 * Starts Chromium without a window. Close it when done.
 * @param env environment variables to add
 */
export async function launchChromium(env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  // Containers seldom let Chromium build its sandbox; the tests open only pages of their own.
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox'],
    env: { ...process.env, ...env } as never,
  });
}
