import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkTheme } from './check-theme.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beyt-theme-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is found in a stylesheet, as `line:column Name`. */
async function find(css: string): Promise<string[]> {
  writeFileSync(join(folder, 'theme.css'), css);
  const findings = await checkTheme(folder);
  for (const { file } of findings) expect(file).toMatch(/theme\.css$/);
  return findings.map(({ line, column, name }) => `${line}:${column} ${name}`);
}

// The places are counted by hand.
test.each([
  ['nothing', '.a { color: red; background: url(./dot.svg); }', []],
  ['a property that no browser knows', '.a {\n  colr: red;\n}', ['2:3 ThemeDoubtful']],
  ['a file that is not there', '.a { background: url(./none.svg); }', ['1:18 ThemeBroken']],
  ['a picture elsewhere', '.a {\n  background: url(https://a.example/b.png);\n}', ['2:19 ThemeOutside']],
  ['without a scheme', '.a { background: url("//a.example/b.png"); }', ['1:23 ThemeOutside']],
  ['a picture in the stylesheet itself', '.a { background: url(data:image/png;base64,AAAA); }', ['1:22 ThemeOutside']],
  ['fonts elsewhere', '@import url("https://a.example/f.css");', ['1:14 ThemeOutside']],
])('%s', async (_, css, expected) => {
  writeFileSync(join(folder, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await find(css)).toEqual(expected);
});

test('no stylesheet', async () => expect(await checkTheme(folder)).toEqual([]));
