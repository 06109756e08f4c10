import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { DocumentKind } from '../../src/import/source-kinds.ts';
import { runImport as importFiles } from '../support/run-import.ts';

const folder = mkdtempSync(join(tmpdir(), 'beyt-documents-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Line = readonly [tag: string, en: string, fa: string];
const LINES: readonly Line[] = [
  ['h1', 'The bridge opens again', 'پل دوباره باز شد'],
  ['p', 'It opened on 20 August 2021 after two years of work.', 'پل در ۲۰ اگست ۲۰۲۱ پس از دو سال کار باز شد.'],
  ['h2', 'What it cost', 'هزینهٔ آن'],
  ['li', 'The north gate was closed.', 'دروازهٔ شمالی بسته شد.'],
  ['li', 'The south gate was opened.', 'دروازهٔ جنوبی باز شد.'],
  ['p', 'The old bridge had a roof.', 'پل کهنه سقف داشت.'],
];
const WANTED = {
  en: 'It opened on 20 August 2021 after two years of work.\n\n## What it cost\n\n- The north gate was closed.\n- The south gate was opened.\n\nThe old bridge had a roof.\n',
  fa: 'پل در ۲۰ اگست ۲۰۲۱ پس از دو سال کار باز شد.\n\n## هزینهٔ آن\n\n- دروازهٔ شمالی بسته شد.\n- دروازهٔ جنوبی باز شد.\n\nپل کهنه سقف داشت.\n',
};

type Layout = 'two files' | 'one after the other' | 'paragraph by paragraph' | 'side by side';
const LAYOUTS: readonly Layout[] = ['two files', 'one after the other', 'paragraph by paragraph', 'side by side'];

/** For a table the two lines of a row. */
function arrange(layout: Layout): (readonly [tag: string, text: string])[][] {
  const [en, fa] = [1, 2].map((at) => LINES.map((line) => [line[0], line[at]!] as const)) as [
    (readonly [string, string])[],
    (readonly [string, string])[],
  ];
  if (layout === 'two files') return [en, fa];
  if (layout === 'one after the other') return [[...en, ...fa]];
  return [en.flatMap((line, i) => [line, fa[i]!])];
}

function inRows<T>(cells: readonly T[]): T[][] {
  return cells.flatMap((cell, i) => (i % 2 === 0 ? [[cell, cells[i + 1]!]] : []));
}

function writePage(layout: Layout): string[] {
  const tag = ([name, text]: readonly [string, string]) =>
    name === 'li' ? `<ul><li>${text}</li></ul>` : `<${name}>${text}</${name}>`;
  return arrange(layout).map((lines) => {
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const inside =
      layout === 'side by side'
        ? `<table>${inRows(lines.map(tag)).map(row).join('')}</table>`
        : lines.map(tag).join('');
    // In one list, items of both languages alternate.
    const body = layout === 'side by side' ? inside : inside.replaceAll('</ul><ul>', '');
    return `<!doctype html><html><head><meta charset="utf-8"><title>draft</title></head><body>${body}</body></html>`;
  });
}

function writeText(layout: Layout): string[] {
  return arrange(layout).map((lines) => {
    const texts = lines.map(([, text]) => text);
    return layout === 'side by side'
      ? inRows(texts)
          .map((row) => row.join('\t'))
          .join('\n')
      : texts.join('\n\n');
  });
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function writeWord(layout: Layout, comment = ''): Promise<Buffer[]> {
  const styles: Readonly<Record<string, string>> = { h1: 'Heading1', h2: 'Heading2' };
  const paragraph = ([name, text]: readonly [string, string]) =>
    `<w:p><w:pPr>${styles[name] ? `<w:pStyle w:val="${styles[name]}"/>` : ''}${name === 'li' ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : ''}</w:pPr><w:r><w:t>${text}</w:t></w:r>${comment && name === 'h2' ? '<w:r><w:commentReference w:id="0"/></w:r>' : ''}</w:p>`;
  return Promise.all(
    arrange(layout).map((lines) => {
      const row = (cells: readonly string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
      const all = lines.map(paragraph);
      const body = layout === 'side by side' ? `<w:tbl>${inRows(all).map(row).join('')}</w:tbl>` : all.join('');
      const kinds = ['styles', 'numbering', 'comments'];
      const zip = new ZipFile();
      const files: Readonly<Record<string, string>> = {
        '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
        '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${kinds.map((kind, i) => `<Relationship Id="r${i}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`).join('')}</Relationships>`,
        'word/styles.xml': `<w:styles xmlns:w="${WORD}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`,
        'word/numbering.xml': `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
        'word/comments.xml': `<w:comments xmlns:w="${WORD}"><w:comment w:id="0"><w:p><w:r><w:t>${comment}</w:t></w:r></w:p></w:comment></w:comments>`,
        'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
      };
      for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
      zip.end();
      return buffer(zip.outputStream as NodeJS.ReadableStream);
    }),
  );
}

async function runImport(kind: DocumentKind, files: readonly (string | Buffer)[], ending: string) {
  const own = mkdtempSync(join(folder, 'run-'));
  const paths = files.map((bytes, i) => {
    const path = join(own, `document-${i}.${ending}`);
    writeFileSync(path, bytes);
    return path;
  });
  const report = await importFiles(kind, paths, own, { byContent: false });
  const read = (file: string) => readFileSync(join(own, 'content', file), 'utf8').replace(/^---\n.*?\n---\n\n/s, '');
  return { report, en: read('en/the-bridge-opens-again.mdx'), fa: read('fa/پل-دوباره-باز-شد.mdx') };
}

test.each(LAYOUTS)('two languages in HTML and Google documents, %s', async (layout) => {
  for (const kind of ['html', 'google'] as const)
    expect(await runImport(kind, writePage(layout), 'html')).toMatchObject({ ...WANTED, report: { pairs: [{}] } });
});

test.each(LAYOUTS)('two languages in Word documents, %s', async (layout) => {
  expect(await runImport('word', await writeWord(layout), 'docx')).toMatchObject({
    ...WANTED,
    report: { pairs: [{}] },
  });
});

test.each(LAYOUTS)('two languages in plain text, %s', async (layout) => {
  const plain = (text: string) =>
    text.replaceAll('## ', '').replaceAll('- ', '').replaceAll('.\n', '.\n\n').replaceAll('\n\n\n', '\n\n').trim();
  const { report, en, fa } = await runImport('text', writeText(layout), 'txt');
  expect([en.trim(), fa.trim(), report.pairs.length]).toEqual([plain(WANTED.en), plain(WANTED.fa), 1]);
});

test('comments in a Word document stay out, and are told of', async () => {
  const { report, en } = await runImport('word', await writeWord('one after the other', 'Ask Mina!'), 'docx');
  expect(en).toBe(WANTED.en);
  expect(report.findings.map(({ message }) => message)).toContain(
    'Reading the document: 2 comments of editors were left out.',
  );
});
