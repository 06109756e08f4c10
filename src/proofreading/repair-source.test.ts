import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { parseGlossary } from '../content/glossary.ts';
import { spellPlainly } from '../spelling/plain-spelling.ts';
import { compileEdition } from '../works/compile.ts';
import { repairList, repairSource } from './repair-source.ts';

const { glossary } = parseGlossary('', 'glossary.yaml');
const fa = (source: string, file = 'a.md') => repairSource(source, file, 'fa').source;

it.each([
  ['Arabic letters', 'كتاب علي', 'کتاب علی'],
  ['within marks and links', '**كتاب** [علي](./كتاب.md)', '**کتاب** [علی](./كتاب.md)'],
  ['and never in code', 'كتاب `كتاب`\n\n```\nكتاب\n```', 'کتاب `كتاب`\n\n```\nكتاب\n```'],
  [
    'nor in addresses',
    '[متن](https://example.com/كتاب) https://example.com/علي',
    '[متن](https://example.com/كتاب) https://example.com/علي',
  ],
  ['nor in another language', '<span lang="ar">كتاب</span> كتاب', '<span lang="ar">كتاب</span> کتاب'],
  ['words of a picture', '![كتاب](./كتاب.png)', '![کتاب](./كتاب.png)'],
  [
    'words in attributes, not their addresses',
    '<img src="./كتاب.png" alt="كتاب">',
    '<img src="./كتاب.png" alt="کتاب">',
  ],
  ['direction marks', '\u200fسلام\u200f', 'سلام'],
  ['a mark that kept a list from being one', '\u200f- یک\n\u200f- دو', '- یک\n- دو'],
  ['bold around spaces', 'این ** مهم ** است', 'این **مهم** است'],
  ['bold around one space', 'این **مهم ** است، و ** این **.', 'این **مهم** است، و **این**.'],
  ['a space that was meant between words', 'این** مهم **است', 'این **مهم** است'],
  ['lists with Persian digits', '۱. یک\n۲. دو', '1. یک\n2. دو'],
  ['lists below a line of their own', 'چنین:\n۱- یک\n۲- دو', 'چنین:\n1. یک\n2. دو'],
  ['lists that go on', 'چنین:\n۳. یک\n۴. دو', 'چنین:\n\n3. یک\n4. دو'],
  ['lists with bullets', '• یک\n• دو\n• سه', '- یک\n- دو\n- سه'],
  ['headings without a space', '##عنوان', '## عنوان'],
  ['backslashes', 'متن\\، متن', 'متن، متن'],
  [
    'values in the frontmatter',
    '---\ntitle: كتاب\nدescription: x\n---\nمتن',
    '---\ntitle: کتاب\nدescription: x\n---\nمتن',
  ],
  [
    'names, but not what names a file',
    '---\nauthors: [علي]\ntranslationOf: علي\n---\nمتن',
    '---\nauthors: [علی]\ntranslationOf: علي\n---\nمتن',
  ],
  [
    'what can be repaired, beside what cannot',
    '---\ntitle: a\u00a0# b\n---\nكتاب',
    '---\ntitle: a\u00a0# b\n---\nکتاب',
  ],
  ['line ends as they are', 'كتاب\r\nعلي\r\n', 'کتاب\r\nعلی\r\n'],
])('%s', (_, source, right) => {
  expect(fa(source)).toBe(right);
  expect(fa(right)).toBe(right);
});

it('in MDX, texts of components, and no code', () => {
  const source = 'import x from "./كتاب.ts"\n\n<Beyt a="كتاب" b=\'علي\' />\n\n{"كتاب"} <Term name="كتاب">كتاب</Term>\n';
  expect(fa(source, 'a.mdx')).toBe(
    'import x from "./كتاب.ts"\n\n<Beyt a="کتاب" b=\'علی\' />\n\n{"كتاب"} <Term name="كتاب">کتاب</Term>\n',
  );
});

it.each([
  ['a value that would become another', '---\ntitle: a\u00a0# b\n---\nx'],
  ['years that begin lines', '۱۳۵۷. کودتا\n۱۳۶۸. خروج'],
  ['Persian in an English text', 'The word كتاب, and علي.'],
  ['straight marks, where no setting asks', 'او گفت "برو".'],
  ['emphasis that more than one form would make right', '**«شاهنامه»**‌ی'],
])('leaves %s', (name, source) => {
  expect(repairSource(source, 'a.md', name.includes('English') ? 'en' : 'fa').source).toBe(source);
});

it('quotation marks where the settings ask for them, and only where all is plain', () => {
  const marks = { en: '“”', fa: '«»' };
  const repair = (source: string, lang: 'en' | 'fa') => repairSource(source, 'a.md', lang, { marks }).source;
  expect(repair('او گفت: "برو". "**نه**"، گفتم.', 'fa')).toBe('او گفت: «برو». «**نه**»، گفتم.');
  expect(repair('He said "go" ("now").', 'en')).toBe('He said “go” (“now”).');
  expect(repair('A 5" pipe and a "word".', 'en')).toBe('A 5" pipe and a "word".');
  expect(repair('`"code"` and <a title="x">y</a>', 'en')).toBe('`"code"` and <a title="x">y</a>');
});

it('lists of people and sections, in both languages, and nothing else of them', () => {
  const source =
    'a-b: # كتاب\n  name: { en: A\u200e, fa: علي }\n  portrait: people/علي.jpg\n  bio:\n    fa: "كتاب # او"\n';
  const { source: repaired, changes } = repairList(source);
  expect(repaired).toBe(
    'a-b: # كتاب\n  name: { en: A, fa: علی }\n  portrait: people/علي.jpg\n  bio:\n    fa: "کتاب # او"\n',
  );
  expect(changes.map(({ line }) => line)).toEqual([2, 2, 5]);
  expect(repairList(repaired).changes).toEqual([]);
});

test('each change names its line, and its words before and after', () => {
  expect(repairSource('---\ntitle: T\n---\n\nیک كتاب\n', 'a.md', 'fa').changes).toEqual([
    { line: 5, before: 'كتاب', after: 'کتاب' },
  ]);
});

const readLetters = (source: string, file: string) =>
  spellPlainly(
    compileEdition(source, file, 'fa', glossary)
      .blocks.map(({ text }) => text)
      .join(' '),
  ).replace(/[^\p{L}]/gu, '');

test('no repair makes code of what was markup', () => {
  // Without the mark the line is indented by four spaces.
  expect(fa('\u200f    <b>\n')).toBe('\u200f    <b>\n');
});

test('two typed lists, one right after the other, are left to a person: as Markdown they would be one', () => {
  for (const source of ['۱. یک\n۲. دو\n\n۱- سه\n۲- چهار\n', '• یک\n• دو\n\n- سه\n- چهار\n'])
    expect(fa(source)).toBe(source);
  expect(fa('۱. یک\n۲. دو\n\nمتن\n\n۱- سه\n۲- چهار\n')).toBe('1. یک\n2. دو\n\nمتن\n\n1. سه\n2. چهار\n');
});

const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 400) };

test(
  'repairing twice repairs no more than once, and readers read the same letters',
  () => {
    const pieces = fc.constantFrom(
      ...[
        'كتاب',
        'علي',
        ' ',
        ' ',
        '\n',
        '\n\n',
        '\u200f',
        '\u200c',
        '\u00a0',
        '¬',
        '**',
        '*',
        '** ',
        ' **',
        '[',
        '](./a.md)',
        '`',
      ],
      ...[
        '۱. ',
        '۲. ',
        '\n• ',
        '\n۱- ',
        '\n۲- ',
        '> ',
        '- ',
        '##',
        '\\،',
        '"',
        'word',
        '.',
        '«',
        '»',
        '<b>',
        '</b>',
        '\ufeb3\ufefc\ufee1',
        '    ',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), fc.constantFrom('a.md', 'a.mdx'), (parts, file) => {
        const options = { marks: { fa: '«»' } };
        const source = `---\ntitle: x\n---\n\n${parts.join('')}`;
        const once = repairSource(source, file, 'fa', options).source;
        expect(repairSource(once, file, 'fa', options).source).toBe(once);
        expect(readLetters(once, file)).toBe(readLetters(source, file));
      }),
      RUNS,
    );
  },
  Math.max(30_000, 50 * RUNS.numRuns),
);
