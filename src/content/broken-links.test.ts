import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeBrokenLink } from './broken-links.ts';
import { type Content, loadContent } from './load.ts';
import { listEditions } from './work.ts';

let root: string;
let content: Content;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'beyt-links-'));
  const write = (file: string, fields = '') => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    const head = `title: T\ndescription: D\ndate: 2026-01-01\nauthors: [editors]\n${fields}`;
    writeFileSync(join(root, file), `---\n${head}---\n\nA text.\n`);
  };
  write('en/new.mdx', 'aliases: [bridge, v1.2, /2019/05/old-name/]\n');
  write('fa/deep/پل.md', 'translationOf: new\ntranslators: [editors]\naliases: [bridge]\n');
  write('en/deep/notes.mdx');
  content = await loadContent(root, { root });
});
afterAll(() => rmSync(root, { recursive: true }));

function hintOn(file: string, target: string): string {
  const edition = content.works.flatMap(listEditions).find((one) => one.file === file)!;
  return describeBrokenLink(content, edition, target).hint;
}

test.each([
  ['en/new.mdx', './bridge.mdx', './new.mdx'],
  ['en/deep/notes.mdx', '../bridge.mdx#First', '../new.mdx#First'],
  ['en/deep/notes.mdx', '../bridge.html', '../new.mdx'],
  ['en/deep/notes.mdx', '../v1.2', '../new.mdx'],
  ['en/deep/notes.mdx', '../../fa/bridge.md', '../../fa/deep/پل.md'],
  ['en/deep/notes.mdx', '/en/bridge.html', '/en/new.html'],
  ['en/deep/notes.mdx', '/both/bridge.html', '/both/new.html'],
  ['en/new.mdx', '/2019/05/old-name/?p=1', '/en/new.html?p=1'],
])('in %s, %s is %s now', (file, target, now) => expect(hintOn(file, target)).toBe(`It is ${now} now.`));

test('of what was never there, nothing is said', () => {
  for (const target of ['./brigde.mdx', '/fa/v1.2.html', '../../x', './a%3Fb'])
    expect(hintOn('en/new.mdx', target)).toMatch(/^Link to another article/);
});

test.each([
  ['/media/missing.jpg', 'media/missing.jpg'],
  ['/a%20b.pdf', 'a b.pdf'],
  ['./report.pdf', 'report.pdf'],
])('%s is a file, which belongs in public/', (target, file) =>
  expect(hintOn('en/new.mdx', target)).toBe(
    `Put the file into public/ and write its address from there: /${file} for public/${file}.`,
  ),
);
