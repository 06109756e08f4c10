import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The engine without windows opens a page in a third of the time. */
const system = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/** `CHROMIUM_PATH`, else the machine's own, else the npm package's. */
export async function findChromium(): Promise<string> {
  const own = process.env.CHROMIUM_PATH || system.find((path) => existsSync(path));
  if (own) return own;
  // The package is there only where the machine has no Chromium: named by a variable, it is not resolved before.
  const name = '@sparticuz/chromium';
  const packaged = (await import(name)) as { default: { executablePath(): Promise<string> } };
  return packaged.default.executablePath();
}

export async function launchChromium(env: Readonly<Record<string, string>> = {}): Promise<Browser> {
  // Containers seldom let Chromium build its sandbox; the tests open only pages of their own.
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox'],
    env: { ...process.env, ...env } as never,
  });
}
