import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { formatReport } from '../../src/import/report/format-report.ts';
import { runImport as importFiles } from '../support/run-import.ts';

const exportsDir = join(import.meta.dirname, '../fixtures/exports');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-import-test-'));
  folders.push(folder);
  return folder;
}

const runImport = (file: string, folder: string, { uploads = true, dryRun = false, embeds = ['youtube'] } = {}) =>
  importFiles('wordpress', [join(exportsDir, file)], folder, {
    uploads: uploads ? [join(exportsDir, 'uploads')] : [],
    dryRun,
    settings: { embeds, redirects: {}, timeZone: 'Asia/Kabul' },
  });

const read = (folder: string, file: string) => readFileSync(join(folder, 'content', file), 'utf8');
const names = (report: { findings: readonly { name: string }[] }) => report.findings.map(({ name }) => name);

test('a Polylang archive: groups, blocks, media, notes and links', async () => {
  const folder = makeFolder();
  const report = await runImport('polylang.xml', folder);
  expect(report.texts).toEqual({ en: 5, fa: 3, pages: 2, drafts: 1 });
  expect(report.pairs.map(({ by }) => by)).toEqual(['Polylang', 'Polylang']);
  const bridge = read(folder, 'en/the-bridge.mdx');
  expect(bridge).toContain('description: A bridge that the flood took is open again.\n');
  expect(bridge).toContain('date: 2021-08-20T09:30+04:30\n');
  expect(bridge).toContain('topics:\n  - roads\n');
  expect(bridge).toContain('cover:\n  src: ../uploads/2021/08/bridge.png\n  alt: A bridge over a river\n');
  expect(bridge).toContain('aliases:\n  - /2021/08/the-bridge/\n  - /?p=10\n');
  expect(bridge).toContain(
    '[after the flood](./after-the-flood.mdx). It cost \\{12} million, *less than planned*.[^b1]',
  );
  expect(bridge).toContain(
    '<Figure src="../uploads/2021/08/bridge.png" alt="A bridge over a river">\n  Seen from the **south**\n</Figure>',
  );
  expect(bridge).toContain(
    '[our texts on roads](/en/topics/roads.html), [the report](/uploads/2021/08/report.pdf) and an older text.',
  );
  expect(bridge).toContain(
    '<Embed url="https://www.youtube.com/watch?v=abcdefghijk" title="The bridge opens again" />',
  );
  expect(bridge).toContain('[^b1]: So says the *ministry*.');
  expect(existsSync(join(folder, 'content/uploads/2021/08/bridge.png'))).toBe(true);
  expect(existsSync(join(folder, 'public/uploads/2021/08/report.pdf'))).toBe(true);
  expect(read(folder, 'glossary.yaml')).toContain('- id: roads\n    en: Roads\n    fa: راه‌ها');
});

test('a Classic text in Persian: letters repaired, verse kept, the line at the end gone', async () => {
  const folder = makeFolder();
  const report = await runImport('polylang.xml', folder);
  const bridge = read(folder, 'fa/the-bridge.mdx');
  expect(bridge).toContain('پل در ۲۰ اگست ۲۰۲۱ باز شد، [پس از سیل](./پس-از-سیل.mdx).\\\nهزینهٔ کار کم بود.');
  expect(bridge).toContain('<Beyt a="توانا بود هر که دانا بود" b="ز دانش دل پیر برنا بود" />');
  expect(bridge).toContain('![پلی بر رود](../uploads/2021/08/bridge.png)');
  expect(bridge).toContain('می‌آیند');
  expect(report.repairs).toEqual({ letters: 3, digits: 2, halfSpaces: 0, controls: 1, shapes: 0 });
  const flood = read(folder, 'en/after-the-flood.mdx');
  expect(flood).toContain('The river rose by 3 metres.');
  expect(flood).not.toContain('Persian version');
  expect(report.findings.filter(({ name }) => name === 'ImportPointerRemoved').map(({ message }) => message)).toEqual([
    'A line that only led to the translation was taken out: "You can read the Persian version here: پس از سیل".',
  ]);
  expect(read(folder, 'fa/پس-از-سیل.mdx')).toContain('translationOf: after-the-flood\n');
});

test('equal names of texts that are no translations do not join them', async () => {
  const folder = makeFolder();
  const report = await runImport('polylang.xml', folder);
  expect(existsSync(join(folder, 'content/en/same-name.mdx'))).toBe(true);
  expect(existsSync(join(folder, 'content/fa/same-name-2.mdx'))).toBe(true);
  expect(names(report)).toContain('ImportNameTaken');
});

test('what needs a person is found, with its place', async () => {
  const report = await runImport('polylang.xml', makeFolder(), { uploads: false });
  const found = names(report);
  expect(found.filter((name) => name === 'ImportMediaMissing').length).toBe(4);
  for (const name of ['ImportLinkUnknown', 'ImportShortcodeUnknown', 'ImportLanguageOther'])
    expect(found).toContain(name);
  const shortcode = report.findings.find(({ name }) => name === 'ImportShortcodeUnknown')!;
  expect(shortcode.file.endsWith('fa/the-bridge.mdx')).toBe(true);
  expect(shortcode.line).toBeGreaterThan(15);
  expect(report.leftOut).toEqual({ 'type nav_menu_item': 1, 'language ps': 1 });
});

test('a WPML archive that is broken in two places', async () => {
  const folder = makeFolder();
  const report = await runImport('wpml-broken.xml', folder);
  expect(report.pairs.map(({ by }) => by).sort()).toEqual(['WPML', 'the line at the end']);
  expect(report.texts).toMatchObject({ en: 3, fa: 2 });
  expect(read(folder, 'en/no-translation.mdx')).toContain('title: No translation yet & more\n');
  expect(read(folder, 'en/school.mdx')).not.toContain('Persian version');
  const broken = report.findings.find(({ name }) => name === 'ImportXmlBroken')!;
  expect(broken.line).toBe(89);
});

test('a second run writes nothing; edited, deleted and foreign files are left alone', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'x'), '');
  await runImport('polylang.xml', folder);
  const again = await runImport('polylang.xml', folder);
  expect(again.files).toEqual({ new: 0, updated: 0, unchanged: 8, edited: 0, deleted: 0, taken: 0 });
  const edited = join(folder, 'content/en/the-bridge.mdx');
  writeFileSync(edited, `${readFileSync(edited, 'utf8')}\nOurs.\n`);
  rmSync(join(folder, 'content/en/contact.mdx'));
  const third = await runImport('polylang.xml', folder);
  expect(third.files).toEqual({ new: 0, updated: 0, unchanged: 6, edited: 1, deleted: 1, taken: 0 });
  expect(readFileSync(edited, 'utf8')).toContain('Ours.');
  expect(existsSync(join(folder, 'content/en/contact.mdx'))).toBe(false);
  expect(names(third)).toEqual(expect.arrayContaining(['ImportFileEdited', 'ImportFileDeleted']));
});

test('what nobody has edited follows its source: a first run without uploads, a second with them', async () => {
  const folder = makeFolder();
  await runImport('polylang.xml', folder, { uploads: false });
  expect(read(folder, 'en/the-bridge.mdx')).toContain('{/* Missing: 2021/08/bridge-300x200.png */}');
  const report = await runImport('polylang.xml', folder);
  expect(report.files).toMatchObject({ updated: 2, unchanged: 6 });
  expect(read(folder, 'en/the-bridge.mdx')).toContain('<Figure src="../uploads/2021/08/bridge.png"');
});

test('a dry run writes nothing', async () => {
  const folder = makeFolder();
  const report = await runImport('polylang.xml', folder, { dryRun: true });
  expect(report.files.new).toBe(8);
  expect(existsSync(join(folder, 'content'))).toBe(false);
});

test('the report has the lines for the settings that embeds and old lists ask for', async () => {
  const report = await runImport('polylang.xml', makeFolder(), { embeds: [] });
  expect(report.embeds).toEqual({ allowed: [], wanted: [{ host: 'youtube', count: 1 }] });
  const terminal = formatReport(report, 'report.html');
  expect(terminal).toContain("  embeds: ['youtube'],\n  redirects: {\n");
  expect(terminal).toContain("    '/fa/feed/': '/fa/feed.xml',\n");
});

test('the report counts what came in, and nothing that did not', async () => {
  const terminal = formatReport(await runImport('polylang.xml', makeFolder()), 'report.html');
  expect(terminal.split('\n').slice(2, 9)).toEqual([
    'Texts      5 in English, 3 in Persian, 2 of them pages, 1 of them drafts',
    'Files      8 new',
    'Pairs      2 by Polylang',
    'Media      2 files found, 2 copied',
    'Repaired   3 Arabic letters, 2 Arabic digits, 1 direction marks',
    'Added      1 in people.yaml, 1 topics in glossary.yaml',
    'Left out   1 type nav_menu_item, 1 language ps',
  ]);
});

test('a file that is not there is named in a plain sentence, with all others', () => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['src/cli/import.ts', 'wordpress', 'nowhere.xml', 'gone.xml', '--uploads', 'nothing', '--dry-run'],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toBe(
    'There is no file "nowhere.xml".\nThere is no file "gone.xml".\nThere is no folder "nothing" (--uploads).\n',
  );
});
