import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createPublication } from '../works/publication.ts';
import { groupByPerson, groupByTopic } from './labels.ts';
import { countPages, listByDate } from './list.ts';
import { loadContent } from './load.ts';
import { listEditions } from './work.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function write(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'beyt-content-'));
  folders.push(folder);
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
  return folder;
}
const edition = (fields = '', text = 'Text.', date = '2026-01-01') =>
  `---\ntitle: T\ndescription: D\ndate: ${date}\nauthors: [x]\n${fields}---\n\n${text}\n`;
const load = async (files: Record<string, string>, options = {}) => {
  const folder = await write(files);
  return { folder, content: await loadContent(folder, { root: folder, ...options }) };
};

test('folders, both endings, Persian names; what begins with _ or . is left out', async () => {
  const { content } = await load({
    'en/a.mdx': edition(),
    'en/deep/b.md': edition(),
    'fa/گاه‌شمار.mdx': edition('translationOf: a\n'),
    'en/_draft.mdx': 'x',
    'en/_notes/c.mdx': 'x',
    'en/.hidden.mdx': 'x',
    'en/data.json': '{}',
  });
  expect(content.findings).toEqual([]);
  expect(content.works.map((w) => [w.name, ...listEditions(w).map((e) => e.file)])).toEqual([
    ['a', 'en/a.mdx', 'fa/گاه‌شمار.mdx'],
    ['deep/b', 'en/deep/b.md'],
  ]);
});

test('a language without a folder, and a folder without anything', async () => {
  expect((await load({ 'fa/a.mdx': edition() })).content.works).toHaveLength(1);
  expect((await load({})).content).toMatchObject({ works: [], findings: [] });
});

test('drafts are left out, and may be named already', async () => {
  const files = {
    'en/a.mdx': edition('translationOf: b\n'),
    'fa/b.mdx': edition('draft: true\n'),
    'fa/c.mdx': edition('draft: true\n'),
  };
  const { content } = await load(files);
  expect(content.findings).toEqual([]);
  expect(content.works.map((w) => [w.name, listEditions(w).length])).toEqual([['b', 1]]);
  expect((await load(files, { preview: true })).content.works.map((w) => listEditions(w).length)).toEqual([2, 1]);
});

test('names that the site itself needs', async () => {
  const { content } = await load({
    'en/search.mdx': edition(),
    'fa/topics/a.mdx': edition(),
    'en/topics-of-today.mdx': edition(),
  });
  expect(content.findings.map((f) => `${f.file} ${f.name}`)).toEqual([
    'en/search.mdx SlugReserved',
    'fa/topics/a.mdx SlugReserved',
  ]);
});

test('lists: newest first, people and topics grouped and sorted', async () => {
  const { content } = await load({
    'glossary.yaml': 'people: [{id: zahra, en: Zahra, fa: زهرا}]\ntopics: [{id: war, en: War, fa: جنگ}]\n',
    'en/a.mdx': edition('topics: [war, Kabul]\n'),
    'en/b.mdx': edition('translators: [زهرا]\ntopics: [جنگ]\n', 'Text.', '2026-02-01'),
  });
  expect(listByDate(content, 'en').map((e) => e.slug)).toEqual(['b', 'a']);
  const show = (groups: ReturnType<typeof groupByTopic>) => groups.map((g) => `${g.label.id} ${g.editions.length}`);
  expect(show(groupByTopic(content, 'en'))).toEqual(['kabul 1', 'war 2']);
  expect(show(groupByPerson(content, 'en'))).toEqual(['x 2', 'zahra 1']);
  expect([countPages(0), countPages(20), countPages(21)]).toEqual([1, 1, 2]);
});

test('links lead to editions by file or address, to pages, queries and files', async () => {
  const { folder, content } = await load({
    'en/a.mdx': edition('topics: [war]\n'),
    'en/deep/b.mdx': edition(),
    'fa/پ.mdx': edition('translationOf: a\n'),
  });
  const publication = createPublication(content, folder);
  const b = content.works.find((w) => w.name === 'deep/b')!.editions.en!;
  const resolve = (target: string) => {
    const found = publication.resolveLink(b, target);
    return found && found.path + found.query + (found.fragment && `#${found.fragment}`);
  };
  expect(resolve('../a.mdx#x')).toBe('en/a.html#x');
  expect(resolve('../a')).toBe('en/a.html');
  expect(resolve('/fa/%D9%BE.html')).toBe('fa/پ.html');
  expect(resolve('../../fa/پ.mdx#%D9%BE')).toBe('fa/پ.html#پ');
  expect(resolve('#here')).toBe('en/deep/b.html#here');
  expect(resolve('/')).toBe('index.html');
  expect(resolve('/en/')).toBe('en/index.html');
  expect(resolve('../search.html?q=taliban')).toBe('en/search.html?q=taliban');
  expect(resolve('/both/a.html')).toBe('both/a.html');
  expect(resolve('/en/topics/war.html')).toBe('en/topics/war.html');
  for (const broken of [
    '/both/deep/b.html',
    '/en/topics/none.html',
    './a.mdx',
    '../../../x',
    '/en/works/2.html',
    '%zz',
  ])
    expect(resolve(broken), broken).toBeNull();
});

test('every reference that leads nowhere, with its place', async () => {
  const text = 'See [a](./none.mdx),\n[b](#nowhere) and [c](#a-heading).\n\n![i](no.png) ![j](a.bmp)\n\n## A heading';
  const { folder, content } = await load({
    'en/a.mdx': edition('cover:\n  src: ./cover.png\n  alt: ""\n', text),
    'en/a.bmp': 'x',
  });
  const findings = createPublication(content, folder).collectFindings();
  expect(findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.name}`)).toEqual([
    'en/a.mdx:11:5 LinkBroken',
    'en/a.mdx:12:1 FragmentBroken',
    'en/a.mdx:14:1 ImageMissing',
    'en/a.mdx:14:14 ImageUnusable',
    'en/a.mdx:7:3 ImageMissing',
  ]);
});

test('an anchor that is nearly there is suggested, such as one typed without its half-space', async () => {
  const text = '[a](#میشود) and [b](#elsewhere)\n\n## می\u200cشود';
  const { folder, content } = await load({ 'fa/a.mdx': edition('', text) });
  const messages = createPublication(content, folder)
    .collectFindings()
    .flatMap(({ name, message }) => (name === 'FragmentBroken' ? [message] : []));
  expect(messages).toEqual([
    'The link "#میشود" points to an anchor that its page does not have (did you mean "#می\u200cشود"?).',
    'The link "#elsewhere" points to an anchor that its page does not have.',
  ]);
});

test('a file that changes or goes after the content was read is named, not used', async () => {
  const { folder, content } = await load({ 'en/a.mdx': edition(), 'en/b.mdx': edition(), 'en/c.mdx': edition() });
  await writeFile(join(folder, 'en/a.mdx'), edition('', 'Other text.'));
  await rm(join(folder, 'en/b.mdx'));
  const publication = createPublication(content, folder);
  expect(publication.collectFindings().map(({ file, name }) => [file, name])).toEqual([
    ['en/a.mdx', 'FileChanged'],
    ['en/b.mdx', 'FileUnreadable'],
  ]);
});
