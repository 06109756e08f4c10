import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { currentSettings } from '../settings/current.ts';
import { createPublication } from '../works/publication.ts';
import { loadContent } from './load.ts';
import { edition, useContentFolder } from './testing/content-folder.ts';

const { state, write, find } = useContentFolder();

describe('files that nothing reads', () => {
  it.each(['en/a.MD', 'en/a.Mdx', 'fa/deep/a.markdown', 'en/a.txt', 'en/a.docx', 'en/a.html', 'a.md', 'a.MDX'])(
    '%s',
    async (path) => expect(await find({ [path]: edition() })).toEqual([`${path}:1:1 FileIgnored`]),
  );

  it.each(['EN/a.md', 'english/deep/a.mdx', 'ps/a.md'])('%s: the folder of no language', async (path) =>
    expect(await find({ [path]: edition() })).toEqual([`${path.split('/')[0]}:1:1 FileIgnored`]),
  );

  it.each(['people.yml', 'People.yaml', 'topics.yaml', 'glosary.yaml'])('%s: no list', async (path) =>
    expect(await find({ [path]: '' })).toEqual([`${path}:1:1 FileIgnored`]),
  );

  it('a link to a folder', async () => {
    write({ 'other/_a.md': '' });
    mkdirSync(join(state.folder, 'en'));
    symlinkSync(join(state.folder, 'other'), join(state.folder, 'en/linked'));
    expect(await find({})).toEqual(['en/linked:1:1 FileIgnored']);
  });

  it('leaves out what is left out on purpose, and pictures', async () => {
    const files = [
      '_notes.txt',
      'en/_a.MD',
      'en/.b.txt',
      '_old/a.md',
      'en/a.png',
      'img/a.png',
      'imported.jsonl',
      'README.md',
    ];
    expect(await find(Object.fromEntries(files.map((path) => [path, 'x'])))).toEqual([]);
  });
});

describe('encodings', () => {
  const windows = (text: string) =>
    Buffer.from([...text].map((sign) => (sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : 0xe3)));
  it.each([
    ['Windows-1256', windows(edition('', 'سلام')), 8, 1],
    ['after a letter that is right', Buffer.concat([Buffer.from(edition('', 'é')), Buffer.from([0xc7])]), 9, 1],
    ['in the frontmatter', windows(edition('topics: [متن]\n')), 6, 10],
    ['UTF-16', Buffer.from(`\ufeff${edition()}`, 'utf16le'), 1, 1],
  ])('%s', async (_, bytes, line, column) =>
    expect(await find({ 'fa/a.md': bytes })).toEqual([`fa/a.md:${line}:${column} EncodingUnknown`]),
  );
  it('of a list too', async () =>
    expect(await find({ 'people.yaml': windows('a:\n  name: { en: x, fa: متن }\n') })).toContain(
      'people.yaml:2:22 EncodingUnknown',
    ));
  it('UTF-8 with a mark at its beginning is right', async () =>
    expect(await find({ 'fa/a.md': `\ufeff${edition('', 'سلام')}` })).toEqual([]));
});

describe('names that collide', () => {
  it.each([
    [['en/Case.md', 'en/case.md'], ['en/case.md:1:1 SlugsAlike']],
    [['en/Deep/a.md', 'en/deep/a.md'], ['en/deep/a.md:1:1 SlugsAlike']],
    [['en/Case.md', 'fa/case.md'], ['fa/case.md:1:1 SlugsAlike']],
    [['en/Search.md'], ['en/Search.md:1:1 SlugReserved']],
    [['en/Topics/a.md'], ['en/Topics/a.md:1:1 SlugReserved']],
    [['en/case.md', 'fa/case.md', 'en/cases.md'], []],
  ])('%s', async (paths, found) =>
    expect(await find(Object.fromEntries(paths.map((path) => [path, edition()])))).toEqual(found),
  );

  it.each([
    ['topics: [C, C#]', ['en/a.md:6:13 LabelsCollide']],
    ['topics: [C, C#, C++]', ['en/a.md:6:13 LabelsCollide', 'en/a.md:6:17 LabelsCollide']],
    ['topics: ["?", "!"]', ['en/a.md:6:10 LabelUnfit', 'en/a.md:6:15 LabelUnfit']],
    ['topics: [con]', ['en/a.md:6:10 LabelUnfit']],
    ['topics: [NUL, x]', ['en/a.md:6:10 LabelUnfit']],
    [`topics: ["${'ب'.repeat(204)}"]`, ['en/a.md:6:10 LabelUnfit']],
    [`translators: ["${'ب'.repeat(130)}"]`, ['en/a.md:6:15 LabelUnfit']],
    ['topics: [علي, علی]', ['en/a.md:6:15 LabelsAlike']],
    ['topics: [نیم فاصله, نیم‌فاصله]', ['en/a.md:6:21 LabelsAlike']],
    ['topics: [Half-space, half space]', []],
    ['topics: [war, War, peace]', []],
    [`topics: ["${'ب'.repeat(100)}"]`, []],
  ])('%s', async (fields, found) => expect(await find({ 'en/a.md': edition(`${fields}\n`) })).toEqual(found));
});

describe('dates', () => {
  it.each([
    ['updated: 2025-12-31', ['en/a.md:6:1 DatesContradict']],
    ['expires: 2025-12-31', ['en/a.md:6:1 DatesContradict']],
    ['publish: 2026-02-01\nexpires: 2026-01-15', ['en/a.md:7:1 DatesContradict']],
    ['updated: 2026-01-01T00:30', []],
    ['updated: 2584-01-01', ['en/a.md:6:1 FrontmatterField']],
    ['updated: 1404-10-12', ['en/a.md:6:1 FrontmatterField']],
    ['updated: 1447-07-12', ['en/a.md:6:1 FrontmatterField']],
  ])('%s', async (fields, found) => expect(await find({ 'en/a.md': edition(`${fields}\n`) })).toEqual(found));
});

describe('one run shows everything that is wrong with a file', () => {
  it.each([
    ['an unknown field', 'colour: red\n', 'FrontmatterUnknownField'],
    ['a date of another calendar', 'updated: 1404-10-12\n', 'FrontmatterField'],
  ])('%s', async (_, fields, name) => {
    const text = '[a](./nowhere.md)\n\n![b](./b.png)\n\n<iframe></iframe>\n\n[c](#own)';
    expect(await find({ 'en/a.md': edition(fields, text) })).toEqual([
      'en/a.md:11:1 ImageMissing',
      'en/a.md:13:1 MarkupBlocked',
      'en/a.md:15:1 FragmentBroken',
      `en/a.md:6:1 ${name}`,
      'en/a.md:9:1 LinkBroken',
    ]);
  });

  it('a name that cannot be an address, and fields that are missing', async () =>
    expect(await find({ 'en/con.md': '---\ntitle: T\n---\n\n<iframe></iframe>\n' })).toEqual([
      'en/con.md:1:1 FrontmatterField',
      'en/con.md:1:1 FrontmatterField',
      'en/con.md:1:1 FrontmatterField',
      'en/con.md:1:1 SlugUnfit',
      'en/con.md:5:1 MarkupBlocked',
    ]));

  const lists = {
    'people.yaml': 'zahra: { name: { en: Zahra, fa: زهرا } }\nx: { name: { en: X, fa: ا } }\n',
    'sections.yaml': 'politics: { name: { en: Politics, fa: سیاست } }\n',
    'series.yaml': 'the-west: { title: { en: The West, fa: غرب } }\n',
  };
  const fields =
    'translators: [zahraa]\nsection: politcs\nseries: the-east\nupdated: 2025-01-01\n' +
    'cover: { src: ./none.png, atl: x }\naudio: { file: ./none.mp3 }\n';
  const found = ['10:10 ImageMissing', '11:10 MediaMissing', '6:15 PersonUnknown', '7:1 SectionUnknown'];
  const all = [...found, '8:1 SeriesUnknown', '9:1 DatesContradict', '10:27 FrontmatterUnknownField'];

  it.each([
    ['a check that is misspelt', 'checks: { off: [LenghtsDiffer] }', ['12:17 FrontmatterField']],
    ['a wrong field without which its work is not known', 'original: ps', ['12:1 FrontmatterField']],
    ['an edition that translates nothing', 'translationOf: b', ['12:1 TranslationOfUnknown']],
  ])('%s hides nothing about the other fields', async (_, field, more) =>
    expect(await find({ ...lists, 'en/a.md': edition(`${fields}${field}\n`) })).toEqual(
      [...all, '10:1 FrontmatterField', ...more].map((one) => `en/a.md:${one}`).sort(),
    ),
  );

  it('nor does a file that is another edition already', async () =>
    expect(await find({ 'en/a.md': edition(), 'en/a.mdx': edition('updated: 2025-01-01\n', '[b](./b.md)') })).toEqual([
      'en/a.mdx:1:1 WorkClaimedTwice',
      'en/a.mdx:6:1 DatesContradict',
      'en/a.mdx:9:1 LinkBroken',
    ]));

  it('a part is not without a series where that is wrong', async () =>
    expect(await find({ 'en/a.md': edition('series: [a]\npart: 2\n') })).toEqual(['en/a.md:6:1 FrontmatterField']));

  it('and no other file is blamed for it', async () =>
    expect(
      await find({
        'en/a.md': edition('colour: red\n', '## Part'),
        'en/b.md': edition('', '[a](./a.md), [part](./a.md#part)'),
        'fa/c.md': edition('translationOf: a\n'),
      }),
    ).toEqual(['en/a.md:6:1 FrontmatterUnknownField']));
});

it('an import of a file that is not there', async () =>
  expect(
    await find({
      'theme/Chart.astro': '<b />',
      'en/a.mdx': edition(
        '',
        "import Chart from '../theme/Chart.astro';\nimport Map from './Map.astro';\nimport {\n  a,\n} from './a.ts';\nimport x from 'x';\n\n<Chart />",
      ),
    }),
  ).toEqual(['en/a.mdx:12:9 ImportMissing', 'en/a.mdx:9:18 ImportMissing']));

it('a setting that is wrong is not reported by the articles that need it', async () => {
  write({ 'en/a.mdx': edition('', '<form action="https://list.example/"><button>Send</button></form>') });
  const findWith = async (wrong: readonly string[]) => {
    const settings = { ...currentSettings, wrong: new Set(wrong) };
    const content = await loadContent(state.folder, { root: state.folder, settings });
    return createPublication(content, state.folder)
      .collectFindings()
      .map(({ name }) => name);
  };
  expect(await findWith([])).toEqual(['FormElsewhere']);
  expect(await findWith(['forms'])).toEqual([]);
});
