import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { crawlSite } from '../support/crawl-site.ts';
import { serveFolder } from '../support/server.ts';
import { tourSite } from '../support/tour-site.ts';

/** A tour takes a few seconds, many on a machine that does other things. */
vi.setConfig({ testTimeout: 240_000 });

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const fetchText = async (url: string) => {
  const response = await fetch(url);
  return response.ok ? response.text() : void (await response.arrayBuffer());
};
const readText = (url: string) =>
  readFile(fileURLToPath(url), 'utf8').then(
    (text) => text,
    () => undefined,
  );

describe.each(['/', '/mirrors/آینه/2026/'])('served at %s', (base) => {
  test('every reference answers, and a reader gets everywhere', async () => {
    const server = await serveFolder(inject('dist'), { base, notFound: '404.html' });
    try {
      const { dead, pages, twins } = await crawlSite(server.url, fetchText);
      expect(dead).toEqual([]);
      expect(pages).toBeGreaterThan(40);
      expect(twins).toBeGreaterThan(300);
      const { faults } = await tourSite(browser, { root: server.url, notFound: true, search: true });
      expect(faults).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

test('served by a host that takes .html off its addresses', async () => {
  const server = await serveFolder(inject('dist'), { base: '/a/', notFound: '404.html', bare: true });
  try {
    const { faults } = await tourSite(browser, { root: server.url, notFound: true, search: true });
    expect(faults).toEqual([]);
  } finally {
    await server.close();
  }
});

test('opened from a disk', async () => {
  const root = pathToFileURL(`${inject('dist')}/`).href;
  expect((await crawlSite(root, readText)).dead).toEqual([]);
  const { faults } = await tourSite(browser, { root, notFound: false, search: false });
  expect(faults).toEqual([]);
});
