import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { loadContent } from '../../src/content/load.ts';
import { ContentError } from '../../src/errors.ts';
import { openSource } from '../../src/import/open-source.ts';
import type { SourceKind } from '../../src/import/source-kinds.ts';

const folder = mkdtempSync(join(tmpdir(), 'beyt-kinds-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function zip(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(files)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  return buffer(archive.outputStream as NodeJS.ReadableStream);
}

const WORD = (body: string) => ({
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
});
const PARAGRAPH = '<w:p><w:r><w:t>The bridge is open again.</w:t></w:r></w:p>';

/** No file has the ending that its content asks for. */
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  writeFileSync(at('word.xml'), await zip(WORD(PARAGRAPH)));
  writeFileSync(at('google.docx'), await zip({ 'bridge.html': '<html><body><p>The bridge.</p></body></html>' }));
  writeFileSync(at('pictures.docx'), await zip({ 'a.png': 'no picture' }));
  writeFileSync(at('page.txt'), '\ufeff<!-- saved -->\n<!DOCTYPE html>\n<html><body><p>The bridge.</p></body></html>');
  writeFileSync(at('text.html'), 'The bridge is open again.\n\nIt cost <b>little</b>.');
  writeFileSync(at('legacy.docx'), Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'));
  writeFileSync(at('paper.html'), '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
  writeFileSync(
    at('feed.xml'),
    '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>News</title></channel></rss>',
  );
  writeFileSync(at('utf-16.txt'), Buffer.from('\ufeffThe bridge', 'utf16le'));
  writeFileSync(at('arabic.txt'), Buffer.from('c7e1d3e1c7e3', 'hex'));
  writeFileSync(at('koi8.txt'), Buffer.from('f0d2c9d7c5d42c20cdc9d221'.repeat(3), 'hex'));
  writeFileSync(
    at('saved.html'),
    'From: <Saved by Blink>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\n\r\n<html></html>',
  );
  writeFileSync(at('nothing.txt'), '');
});
const EXPORT = join(import.meta.dirname, '../fixtures/exports/polylang.xml');

test.each([
  ['word.xml', 'a Word document', '"npm run import -- word" reads it'],
  ['google.docx', 'a zip archive with a web page', '"npm run import -- google" reads it'],
  ['pictures.docx', 'a zip archive without a web page', 'no import reads it'],
  ['page.txt', 'a web page', '"npm run import -- html" reads it'],
  ['text.html', 'plain text', '"npm run import -- text" reads it'],
  ['legacy.docx', 'a document of an older Office (.doc or the like)', 'no import reads it'],
  ['paper.html', 'a PDF document', 'no import reads it'],
  ['feed.xml', 'a feed', 'no import reads it'],
  ['utf-16.txt', 'plain text', '"npm run import -- text" reads it'],
  ['arabic.txt', 'plain text', '"npm run import -- text" reads it'],
  ['koi8.txt', 'text in an encoding that is not known', 'no import reads it'],
  ['saved.html', 'a web archive (.mhtml) or a mail', 'no import reads it'],
  ['nothing.txt', 'an empty file', 'no import reads it'],
  [EXPORT, 'an export of WordPress', '"npm run import -- wordpress" reads it'],
] as const)('%s is %s, whatever its name says', async (name, called, advice) => {
  const file = name === EXPORT ? EXPORT : at(name);
  const reader = /-- (\w+)/.exec(advice)?.[1];
  for (const kind of ['wordpress', 'word', 'google', 'html', 'text'] as const satisfies readonly SourceKind[]) {
    // A single page may have come from Google as well as from anywhere else.
    if (kind === reader || (kind === 'google' && reader === 'html')) continue;
    const error = await openSource(kind, [file], { types: [], categories: 'topics', uploads: [] }).catch(
      (e: unknown) => e,
    );
    expect(error, kind).toBeInstanceOf(ContentError);
    const { findings } = error as ContentError;
    expect(findings.map((found) => [found.name, found.file])).toEqual([['ImportFileOfOtherKind', file]]);
    expect(findings[0]!.message).toContain(`This is ${called}, not `);
    expect(findings[0]!.message).toContain(`; ${advice}.`);
  }
});

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['src/cli/import.ts', ...args, '--into', at('content')], { encoding: 'utf8' });

test('each wrong file has one error, and nothing is imported', () => {
  const { status, stdout, stderr } = run('wordpress', EXPORT, at('word.xml'), at('page.txt'));
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.match(/\[\w+\]/g)).toEqual(['[ImportFileOfOtherKind]', '[ImportFileOfOtherKind]']);
});

test('files without any text are errors; what lies beside them comes in', async () => {
  writeFileSync(at('full.docx'), await zip(WORD(PARAGRAPH)));
  writeFileSync(at('empty.docx'), await zip(WORD('<w:p/>')));
  const { status, stdout } = run('word', at('full.docx'), at('empty.docx'));
  expect(status).toBe(1);
  expect(stdout).toContain(`${at('empty.docx')}:1:1 error There is no text in this file`);
  expect(stdout).not.toContain('ImportTextEmpty');
  expect(stdout).toContain('Files      1 new');
});

test.each([
  ['that is cut off in its only post', '<wp:post_id>1</wp:post_id>'],
  ['of an empty post', '<wp:post_id>1</wp:post_id><content:encoded></content:encoded></item></channel></rss>'],
  ['of a picture', '<wp:post_id>1</wp:post_id><wp:post_type>attachment</wp:post_type></item></channel></rss>'],
])('an export %s is an error, and asks for no settings', (_, item) => {
  writeFileSync(
    at('broken.xml'),
    `<?xml version="1.0"?>\n<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Paper</title><item><title>Broken</title>${item}`,
  );
  const { status, stdout } = run('wordpress', at('broken.xml'));
  expect(status).toBe(1);
  expect(stdout).toContain(`${at('broken.xml')}:1:1 error There is no text in this file`);
  expect(stdout).not.toContain('redirects');
});

test('an export of nothing is an error', () => {
  writeFileSync(
    at('bare.xml'),
    '<?xml version="1.0"?>\n<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Paper</title></channel></rss>',
  );
  const { status, stdout } = run('wordpress', at('bare.xml'));
  expect(status).toBe(1);
  expect(stdout).toContain(`Nothing of ${at('bare.xml')} was imported.`);
  expect(stdout).not.toContain('Next:');
  expect(stdout).toContain(`${at('bare.xml')}:1:1 error There is no text in this file`);
});

test.each([
  [[], 'editors', 'Editors'],
  [['--author', 'Mina Rahimi'], 'mina-rahimi', 'Mina Rahimi'],
])('whoever stands in for authors is known to the check: %j', async (args, id, name) => {
  const into = join(mkdtempSync(join(folder, 'people-')), 'content');
  writeFileSync(at('full.docx'), await zip(WORD(PARAGRAPH)));
  const { status, stdout } = spawnSync(
    process.execPath,
    ['src/cli/import.ts', 'word', at('full.docx'), ...args, '--into', into],
    { encoding: 'utf8' },
  );
  expect(status).toBe(0);
  expect(stdout).toContain('1 × ImportAuthorMissing');
  expect(stdout.includes('people.yaml:1:1 warning')).toBe(args.length > 0);
  const content = await loadContent(into);
  expect(content.works[0]!.editions.en!.frontmatter.authors).toEqual([id]);
  expect(content.people.get(id)?.name.en).toBe(name);
  expect(content.findings.filter(({ name }) => /Person/.test(name))).toEqual([]);
});

test('a person with one name is reported until somebody writes the other', async () => {
  const into = join(mkdtempSync(join(folder, 'names-')), 'content');
  const importText = () =>
    spawnSync(process.execPath, ['src/cli/import.ts', 'wordpress', EXPORT, '--into', into], { encoding: 'utf8' })
      .stdout;
  expect(importText()).toContain('people.yaml:1:1 warning The source has only one name for "mina-rahimi"');
  expect(importText()).toContain('1 × ImportPersonNamedOnce');
  const file = join(into, 'people.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/fa: .*/, 'fa: مینا رحیمی'));
  expect(importText()).not.toContain('ImportPersonNamedOnce');
});

function writeExport(
  name: string,
  { site = '', title = 'Bridges', id = 21, post = '', content = 'The bridge is open again.' },
) {
  writeFileSync(
    at(name),
    `<?xml version="1.0"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>${title}</title>${site && `<link>${site}</link>`}
<item><title>${post}</title><wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA[${content}]]></content:encoded></item>
</channel></rss>`,
  );
  return at(name);
}

const runInto = (into: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ['src/cli/import.ts', ...args, '--into', into], { encoding: 'utf8' });

test('the archives of two sites: an old address stays with the first that had it, also when both come again', async () => {
  const into = join(mkdtempSync(join(folder, 'two-')), 'content');
  const first = writeExport('first.xml', { site: 'https://first.example', post: 'A bridge' });
  const second = writeExport('second.xml', {
    site: 'https://second.example',
    post: 'A road',
    content: 'A road was closed.',
  });
  for (const _ of [1, 2]) {
    expect(runInto(into, 'wordpress', first).stdout).not.toContain('ImportAddressTaken');
    expect(runInto(into, 'wordpress', second).stdout).toContain(
      'The old address "/?p=21" was left out: it is an alias of',
    );
    expect(readFileSync(join(into, 'en/a-bridge.mdx'), 'utf8')).toContain('  - /?p=21\n');
    expect(readFileSync(join(into, 'en/a-road.mdx'), 'utf8')).not.toContain('aliases:');
  }
});

test.each([
  ['two sites without an address', '', 'Roads'],
  ['two sites at one address', 'http://localhost', 'Bridges'],
])('nothing of another site is overwritten: %s', async (_, site, title) => {
  const into = join(mkdtempSync(join(folder, 'same-')), 'content');
  const first = writeExport('first.xml', { site, post: 'A bridge' });
  const second = writeExport('second.xml', {
    site,
    title,
    post: 'A road',
    content: 'A road was closed in the winter.',
  });
  runInto(into, 'wordpress', first);
  const before = readFileSync(join(into, 'en/a-bridge.mdx'), 'utf8');
  for (const time of ['first', 'again']) {
    const { status, stdout } = runInto(into, 'wordpress', second);
    expect([status, stdout.startsWith(`Imported ${second}`)]).toEqual([0, true]);
    expect(stdout).toContain(time === 'first' ? 'Files      1 new' : 'Files      1 unchanged');
    expect(stdout.includes('[ImportSourceShared]')).toBe(site !== '' && time === 'first');
    expect(runInto(into, 'wordpress', first).stdout).toContain('Files      1 unchanged');
    expect(readFileSync(join(into, 'en/a-bridge.mdx'), 'utf8')).toBe(before);
    expect(readFileSync(join(into, 'en/a-road.mdx'), 'utf8')).toContain('A road was closed in the winter.');
  }
});

test.each([
  ['another title', { post: 'The bridge', content: 'The bridge is open again.' }],
  ['another text', { post: 'A bridge', content: 'The bridge was closed.' }],
])('the same post with %s is updated', (_, changed) => {
  const into = join(mkdtempSync(join(folder, 'changed-')), 'content');
  runInto(into, 'wordpress', writeExport('post.xml', { post: 'A bridge' }));
  expect(runInto(into, 'wordpress', writeExport('post.xml', changed)).stdout).toContain('Files      1 updated');
});

test.each(['post', 'page'])(
  'a %s of WordPress and a Word document without a date have that of their file',
  async (type) => {
    const into = join(mkdtempSync(join(folder, 'dates-')), 'content');
    const bridge = writeExport('dateless.xml', { post: 'A bridge' });
    writeFileSync(bridge, readFileSync(bridge, 'utf8').replace('>post<', `>${type}<`));
    writeFileSync(at('dateless.docx'), await zip(WORD(PARAGRAPH)));
    for (const file of [bridge, at('dateless.docx')]) utimesSync(file, 1_600_000_000, 1_600_000_000);
    for (const args of [
      ['wordpress', bridge],
      ['word', at('dateless.docx')],
    ])
      expect(runInto(into, ...args).stdout).toContain('The source has no date for this text; 2020-09-13 was written.');
  },
);

test('a text that wishes for the name of another gets one of its own, whoever wrote the other', async () => {
  const into = join(mkdtempSync(join(folder, 'wishes-')), 'content');
  const word = async (name: string, text: string) => {
    writeFileSync(
      at(name),
      await zip(WORD(`<w:p><w:r><w:t>A bridge</w:t></w:r></w:p><w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)),
    );
    return at(name);
  };
  runInto(into, 'wordpress', writeExport('wish.xml', { post: 'A bridge' }));
  writeFileSync(
    join(into, 'en/by-hand.mdx'),
    '---\ntitle: By hand\ndescription: Ours.\ndate: 2026-01-01\nauthors: [editors]\n---\n\nOurs.\n',
  );
  const taken = (other: string, own: string) =>
    `The name "${other}" was taken by the file en/${other}.mdx; this text is named "${own}".`;
  expect(runInto(into, 'word', await word('one.docx', 'It fell.')).stdout).toContain(taken('a-bridge', 'a-bridge-2'));
  expect(runInto(into, 'word', await word('two.docx', 'It rose.')).stdout).toContain(taken('a-bridge', 'a-bridge-3'));
  expect(runInto(into, 'wordpress', writeExport('other.xml', { title: 'Hands', post: 'By hand' })).stdout).toContain(
    taken('by-hand', 'by-hand-2'),
  );
  expect(readFileSync(join(into, 'en/a-bridge-2.mdx'), 'utf8')).toContain('It fell.');
  expect(readFileSync(join(into, 'en/a-bridge-3.mdx'), 'utf8')).toContain('It rose.');
});
