import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { loadSettings } from './load-settings.ts';
import { createDefaults, readSettings } from './read-settings.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const needed = "name: { en: 'N', fa: 'ن' }, tagline: { en: 'T', fa: 'ت' }";

async function load(text: string, files: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-settings-'));
  folders.push(folder);
  mkdirSync(join(folder, 'theme'));
  writeFileSync(join(folder, 'beyt.config.ts'), text);
  for (const file of files) writeFileSync(join(folder, file), file.endsWith('.woff2') ? 'wOF2' : '');
  return loadSettings('beyt.config.ts', folder);
}
const show = async (text: string, files?: readonly string[]) =>
  (await load(text, files)).findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.name} ${f.message}`);

test('names and taglines are enough; the rest has defaults', async () => {
  const { settings, findings } = await load(`export default { ${needed} };`);
  expect(findings).toEqual([]);
  expect(settings).toMatchObject({
    name: { en: 'N', fa: 'ن' },
    timeZone: 'UTC',
    languages: { en: { tag: 'en', calendar: 'gregory' }, fa: { tag: 'fa-AF', calendar: 'persian', digits: 'arabext' } },
    pageSize: 20,
    front: { size: 9 },
    redirects: {},
  });
  expect(settings.navigation.map(({ to }) => to)).toEqual(['works.html', 'topics.html', 'people.html']);
});

test('everything at once', async () => {
  const text = `export default {
    ${needed},
    languages: { en: { tag: 'en-GB' }, fa: { tag: 'fa-IR' } },
    timeZone: 'Europe/Berlin',
    navigation: [{ to: { en: 'contact.html', fa: 'تماس.html' }, label: { en: 'Contact', fa: 'تماس' } }],
    footer: [{ to: 'mailto:desk@example.org', label: { en: 'Mail', fa: 'نامه' } }],
    social: [{ name: 'telegram', href: 'https://t.me/example' }],
    colours: { accent: '#8a1c1c', paper: { light: 'white', dark: 'oklch(20% 0 0)' } },
    fonts: { persian: { family: 'Sahel', files: [{ src: './theme/sahel.woff2', weight: '300 900' }] } },
    components: { SiteFooter: './theme/Foot.astro' },
    front: { size: 12, sections: ['politics'] },
    head: [{ tag: 'script', attributes: { src: 'https://s.example.org/a.js', defer: true },
      sources: { 'script-src': ['https://s.example.org'] } }],
    forms: ['https://list.example.org/subscribe'],
    embeds: ['youtube', 'maps.example.org'],
    redirects: { '/?p=12': '/en/a.html', '/shop/': 'https://shop.example.org/' },
    shareImage: 'theme/share.png',
    texts: { en: { 'nav.about': 'About us' }, fa: { 'list.works_one': '{{count}} نوشته' } },
    checks: { off: ['LengthsDiffer'], quotes: { en: '“”', fa: '«»' } },
  };`;
  const { settings, findings } = await load(text, ['theme/sahel.woff2', 'theme/Foot.astro', 'theme/share.png']);
  // One red for both schemes cannot be read on both grounds, paper and what stands out from it.
  expect(findings.map(({ name, line }) => `${name} ${line}`)).toEqual(['ContrastLow 8', 'ContrastLow 8']);
  expect(settings.colours).toEqual({
    accent: { light: '#8a1c1c', dark: '#8a1c1c' },
    paper: { light: 'white', dark: 'oklch(20% 0 0)' },
  });
  expect(settings.checks).toEqual({ off: ['LengthsDiffer'], quotes: { en: '“”', fa: '«»' } });
  expect(settings.fonts.persian?.files).toEqual([{ src: 'theme/sahel.woff2', weight: '300 900', style: 'normal' }]);
});

test.each(['""', 'ab', '«', '« »'])('%s are no quotation marks', async (marks) => {
  const found = await show(`export default { ${needed}, checks: { quotes: { fa: ${JSON.stringify(marks)} } } };`);
  expect(found.join('\n')).toContain('must be two marks, such as "«»"');
});

test('one run lists every mistake, with its place', async () => {
  const text = `import type { Settings } from './x.ts';
export default {
  name: { en: 'x' },
  taglin: { en: 'a', fa: 'b' },
  timeZone: 'Asia/Kabool',
  navigation: [
    { to: 'works.html' },
    { to: '/about.html', label: { en: 'a', fa: 'b' } },
    { to: 'x.html' },
  ],
  front: { sise: 3 },
  components: { SiteHead: './theme/x.astro' },
  texts: { en: { 'nav.abot': 'x', 'list.page': '{{foo}}' } },
  checks: { off: ['LengthDiffers', 'LinkBroken'] },
  shareImage: '../x.png',
} satisfies Partial<Settings>;`;
  const found = await show(text);
  expect(found.map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual(
    [
      '3:3 SettingWrong',
      '2:16 SettingWrong',
      '4:3 SettingUnknown',
      '5:3 SettingWrong',
      '8:7 SettingWrong',
      '9:5 SettingWrong',
      '11:12 SettingUnknown',
      '12:17 SettingUnknown',
      '13:18 SettingWrong',
      '13:35 SettingWrong',
      '14:19 SettingWrong',
      '14:36 SettingWrong',
      '15:3 SettingWrong',
    ]
      .map((place) => `beyt.config.ts:${place}`)
      .sort(),
  );
  const all = found.join('\n');
  for (const part of [
    '"name.fa" is missing',
    '"tagline" is missing',
    'did you mean "tagline"?',
    'did you mean "size"?',
    'did you mean "SiteHeader"?',
    'did you mean "nav.about"?',
    'must not hold {{foo}}',
    'did you mean LengthsDiffer?',
    'cannot hold LinkBroken',
    '"navigation[2].label" is missing',
  ])
    expect(all).toContain(part);
});

test.each([
  ['Lengths', '"checks.off[0]" has no check "Lengths" (did you mean LengthsDiffer?).'],
  ['Nothing', '"checks.off[0]" has no check "Nothing"; npm run check prints the name of each in brackets.'],
])('a check that is not known: %s', async (name, message) => {
  const found = await show(`export default { ${needed}, checks: { off: ['${name}'] } };`);
  expect(found).toEqual([expect.stringContaining(message)]);
});

test('a snippet that its own sources keep from loading', async () => {
  const snippet = (sources: string) =>
    `export default { ${needed},\n head: [{ tag: 'script', attributes: { src: 'https://s.example.org/a.js' }, ${sources} }] };`;
  expect(await show(snippet(''))).toEqual([
    "beyt.config.ts:2:40 SettingWrong The setting \"head[0].attributes.src\" is kept from loading by the content policy; add sources: { 'script-src': ['https://s.example.org'] } beside it.",
  ]);
  expect(await show(snippet("sources: { 'script-src': ['https://s.example.org.evil.net'] }"))).toHaveLength(1);
  for (const source of ['https://s.example.org', 'https://s.example.org/a.js', 'https://*.example.org'])
    expect(await show(snippet(`sources: { 'script-src': ['${source}'] }`))).toEqual([]);
});

test('a font that is none is wrong, at its own place', async () => {
  const fonts = `fonts: { latin: { family: 'F', files: [{ src: './settings.test.woff2' }] } }`;
  const folder = mkdtempSync(join(tmpdir(), 'beyt-font-'));
  writeFileSync(join(folder, 'settings.test.woff2'), 'hello');
  writeFileSync(join(folder, 'beyt.config.ts'), `export default {\n${needed},\n  ${fonts},\n};`);
  const { findings } = await loadSettings('beyt.config.ts', folder);
  rmSync(folder, { recursive: true });
  expect(findings.map(({ name, line, message }) => [name, line, message])).toEqual([
    ['SettingWrong', 3, expect.stringContaining('not a font in woff2')],
  ]);
});

test('of a field with a mistake, the rest counts', async () => {
  const { settings, findings } = await load(
    `export default { ${needed}, front: { size: 'x', sections: ['politix'] }, navigation: [{ to: 1 }, { to: 'works.html' }] };`,
  );
  expect(findings.map(({ name }) => name)).toEqual(['SettingWrong', 'SettingWrong']);
  expect(settings.front).toEqual({ size: 9, sections: ['politix'] });
  expect(settings.navigation).toEqual([{ to: 'works.html' }]);
});

test('a field that is wrong is left at its default; the others count', async () => {
  const font = `fonts: { latin: { family: 'F', files: [{ src: './none.woff2' }] } }`;
  const { settings, wrong } = await load(`export default { ${needed}, timeZone: 'Nowhere', pageSize: 7, ${font} };`);
  expect([settings.timeZone, settings.pageSize]).toEqual(['UTC', 7]);
  expect([...wrong].sort()).toEqual(['fonts', 'timeZone']);
});

test('files that are not there, a text that is no code, and no file at all', async () => {
  expect(await show(`export default {\n${needed},\n  shareImage: './theme/share.png',\n};`)).toEqual([
    expect.stringMatching(/^beyt\.config\.ts:3:3 SettingFileMissing .*"theme\/share\.png"/),
  ]);
  expect((await loadSettings('none.ts')).findings.map(({ name }) => name)).toEqual(['SettingsMissing']);
  expect(readSettings(3, () => ({ file: 'f', line: 1, column: 1 })).findings[0]!.message).toMatch(
    /"settings" must be settings/,
  );
});

test.each([
  ['red;}', false],
  ['#12', false],
  ['url(x)', false],
  ['rgb(1 2 3 / 50%)', true],
])('colour %s', (accent, good) => {
  const { findings } = readSettings({ ...createDefaults(), colours: { accent } }, () => ({
    file: 'f',
    line: 1,
    column: 1,
  }));
  expect(findings.length === 0).toBe(good);
});

/** What is found in settings, loaded in Node as the commands do: the tests' own loader reports faults in other words. */
function loadInNode(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-settings-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const module = new URL('./load-settings.ts', import.meta.url).href;
  const code = `const { loadSettings } = await import('${module}');
    const { findings } = await loadSettings('beyt.config.ts', ${JSON.stringify(folder)});
    console.log(findings.map((f) => [f.file, f.line, f.column].join(':') + ' ' + f.name + ' ' + f.message).join('\\n'));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
  return stdout || stderr;
}

test.each([
  // The columns are counted by hand.
  [
    'a comma is missing',
    "export default {\n  name: { en: 'A', fa: 'نامه' }, tagline: { en: 'A' fa: 'B' },\n};",
    '2:53',
  ],
  ['a quotation mark is missing', "export default {\n  name: 'A,\n};", '2:9'],
  ['the end is missing', "export default {\n  name: 'A',\n", '2:1'],
  ['a name is unknown', "const a = 1;\nexport default {\n  name: { fa: 'نامه' }, tagline: b,\n};", '3:34'],
  ['it is no TypeScript that Node runs', 'const a = 1;\n  enum B {}\nexport default {};', '2:3'],
  ['it imports a file that is not there', "const a = 1;\nimport './nowhere.ts';\nexport default {};", '2:8'],
  ['it imports a package that is not installed', "import { a } from 'nowhere';\nexport default {};", '1:19'],
  ['it imports a name that is not there', "import { a } from './beyt.config.ts';\nexport default {};", '1:10'],
])('settings that cannot be loaded are reported where that is so: %s', (_, text, place) => {
  expect(loadInNode({ 'beyt.config.ts': text })).toMatch(
    new RegExp(`^beyt\\.config\\.ts:${place} SettingsUnreadable (?!.*beyt-settings-).*\\n$`),
  );
});

test.each([
  ['of syntax', 'export const colours = ;', '1:24'],
  ['in running', 'export const colours = {};\ncolours.light.accent = 1;', '2:22'],
  ['an import', "\nimport './nowhere.ts';\nexport const colours = {};", '2:8'],
])('a fault in a file that the settings import is reported there: %s', (_, text, place) => {
  const config = "import { colours } from './colours.ts';\nexport default { colours };";
  expect(loadInNode({ 'beyt.config.ts': config, 'colours.ts': text })).toMatch(
    new RegExp(`^colours\\.ts:${place} SettingsUnreadable (?!.*beyt-settings-).*\\n$`),
  );
});
