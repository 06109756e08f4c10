import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, expect, test } from 'vitest';
import { createFinding } from '../../errors.ts';
import { listElements, readAttribute, readText } from '../markdown/hast-kit.ts';
import type { ImportReport } from './import-report.ts';
import { writeReport } from './write-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'beyt-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pair = (name: string, confidence: number) => ({
  en: `content/en/${name}.mdx`,
  fa: 'content/fa/پل & رود.mdx',
  by: 'content',
  confidence,
  reasons: ['numbers 2021 <b>'],
});
const report: ImportReport = {
  source: 'export <1>.xml',
  dryRun: false,
  seconds: 1,
  texts: { en: 2, fa: 2, pages: 0, drafts: 0 },
  files: { new: 4, updated: 0, unchanged: 0, edited: 0, deleted: 0, taken: 0 },
  media: { found: 0, copied: 0 },
  pairs: [pair('sure', 0.99), pair('less-sure', 0.91)],
  proposals: [pair('unsure', 0.6)],
  repairs: { letters: 3, digits: 0, halfSpaces: 0, controls: 0, shapes: 0 },
  leftOut: { 'type nav_menu_item': 1 },
  added: [],
  embeds: { allowed: [], wanted: [] },
  redirects: { '/feed/': '/en/feed.xml' },
  findings: [createFinding('ImportDateMissing', { file: 'content/en/sure.mdx', line: 4 }, { date: '2021-01-01' })],
};

test('the page of a report has a link to each place, the least sure pairs first, and nothing of a text as markup', () => {
  const { html } = writeReport(report, folder);
  const page = fromHtml(readFileSync(html, 'utf8'));
  const elements = [...listElements(page)];
  const links = elements.filter(({ tagName }) => tagName === 'a').map((a) => [readText(a), readAttribute(a, 'href')]);
  const toFile = (file: string) => pathToFileURL(resolve(file)).href;
  expect(links).toContainEqual(['content/en/sure.mdx:4:1', toFile('content/en/sure.mdx')]);
  expect(links).toContainEqual(['content/fa/پل & رود.mdx', toFile('content/fa/پل & رود.mdx')]);
  const all = links.map(([words]) => words).filter((words) => words!.endsWith('sure.mdx'));
  expect(all).toEqual(['content/en/unsure.mdx', 'content/en/less-sure.mdx', 'content/en/sure.mdx']);
  expect(elements.filter(({ tagName }) => tagName === 'b')).toEqual([]);
  expect(readText(...page.children)).toContain("'/feed/': '/en/feed.xml',");
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toEqual(report);
});
