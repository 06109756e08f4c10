import { describe, expect, test } from 'vitest';
import { parseFrontmatter } from './frontmatter.ts';

const whole = ['title: A title', 'description: About it', 'date: 2026-05-03', 'authors: [x]'];
const parse = (lines: readonly string[]) => parseFrontmatter(`---\n${lines.join('\n')}\n---\n\nText`, 'a.mdx');
const show = (lines: readonly string[]) =>
  parse(lines).findings.map((f) => `${f.line}:${f.column} ${f.name}: ${f.message}`);

test('every field', () => {
  const all = [
    ...whole,
    'updated: 2026-05-04T10:00+04:30',
    'translators: one',
    'topics: [a, b]',
    'original: fa',
    'translationOf: گاه‌شمار',
    'source: { name: Somewhere, title: A piece, url: "https://x.y", date: 2026-01-01 }',
    'cover: { src: ./a.png, alt: "", credit: me }',
    'draft: true',
    'kind: article',
    'section: politics',
    'series: the-west',
    'part: 2',
    'pinned: true',
    'publish: 2026-12-01T08:00+04:30',
    'expires: 2027-01-01',
    "aliases: ['old-slug', '/2019/05/old-name/', '/?p=123']",
    "corrections: [{ date: 2026-11-02, text: 'The year was 1979.' }]",
    'checks: { off: [LengthsDiffer] }',
  ];
  expect(parse(all)).toMatchObject({
    findings: [],
    data: {
      title: 'A title',
      date: '2026-05-03',
      translators: ['one'],
      original: 'fa',
      draft: true,
      cover: { alt: '' },
    },
  });
});

test.each([
  ['a byte order mark and Windows line ends', `\uFEFF---\r\n${whole.join('\r\n')}\r\n---\r\nText`],
  ['nothing after it', `---\n${whole.join('\n')}\n---`],
])('%s', (_, source) => {
  expect(parseFrontmatter(source, 'a.mdx')).toMatchObject({ data: { title: 'A title' }, findings: [] });
});

test('a page needs neither a date nor authors, and is in no list', () => {
  const page = ['title: About', 'description: Who we are', 'kind: page'];
  expect(parse(page)).toMatchObject({ findings: [], data: { kind: 'page', date: '', authors: [] } });
  expect(show([...page, 'section: politics', 'pinned: true'])).toEqual([
    '5:1 FrontmatterField: The frontmatter field "section" has no meaning on a page, which is in no list.',
    '6:1 FrontmatterField: The frontmatter field "pinned" has no meaning on a page, which is in no list.',
  ]);
});

describe('what is wrong, and where', () => {
  test.each<[string, string[], string[]]>([
    ['a field missing', whole.slice(1), ['1:1 FrontmatterField: The frontmatter field "title" is missing.']],
    [
      'a typing slip',
      [...whole, 'tittle: x'],
      ['6:1 FrontmatterUnknownField: The frontmatter field "tittle" is not known (did you mean "title"?).'],
    ],
    [
      'two at once',
      [...whole.slice(0, 2), 'date: 3 May', 'authors: []'],
      [
        '4:1 FrontmatterField: The frontmatter field "date" must be a Gregorian date such as 2026-05-03.',
        '5:1 FrontmatterField: The frontmatter field "authors" must name at least one.',
      ],
    ],
    [
      'no such day',
      [...whole.slice(0, 2), 'date: 2026-02-30', whole[3]!],
      ['4:1 FrontmatterField: The frontmatter field "date" is not a day of the calendar.'],
    ],
    ...[
      // The sixth month has 31 days in the solar calendar, and the second may have 30 in the lunar one.
      ['1405-09-08', 'Solar (or lunar) Hijri'],
      ['1405-06-31', 'Solar (or lunar) Hijri'],
      ['1448-06-09', 'lunar Hijri'],
      ['1448-02-30', 'lunar Hijri'],
      ['1399-06-10', 'Solar (or lunar) Hijri'],
    ].map(([date, calendar]): [string, string[], string[]] => [
      `a date of another calendar, ${date}`,
      [...whole.slice(0, 2), `date: ${date}`, whole[3]!],
      [
        `4:1 FrontmatterField: The frontmatter field "date" looks like a year of the ${calendar} calendar: write the Gregorian date, such as 2026-05-03.`,
      ],
    ]),
    [
      'a field within a field',
      [...whole, 'cover:', '  src: a.png', '  atl: x'],
      [
        '6:1 FrontmatterField: The frontmatter field "cover.alt" is missing.',
        '8:3 FrontmatterUnknownField: The frontmatter field "atl" is not known.',
      ],
    ],
    [
      'a field of an entry of a list, and not that of its neighbour',
      [...whole, 'corrections:', '  - date: 2026-11-02', '    text: a', '  - date: 2026-11-31', '    text: b'],
      ['9:5 FrontmatterField: The frontmatter field "corrections.date" is not a day of the calendar.'],
    ],
    [
      'a check that cannot be switched off',
      [...whole, 'checks: { off: [LinkBroken] }'],
      [
        '6:17 FrontmatterField: The frontmatter field "checks.off" cannot hold LinkBroken: it keeps pages from being right.',
      ],
    ],
    [
      'a list instead of fields',
      ['- a'],
      ['1:1 FrontmatterField: The frontmatter field "frontmatter" must be fields with values: title: ….'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(show(lines)).toEqual(expected);
  });

  test('broken YAML', () => {
    expect(show([...whole, 'topics: [a, b'])).toEqual([expect.stringMatching(/^\d:\d+ FrontmatterUnreadable/)]);
    expect(show(['title: a: b', ...whole.slice(1)])).toEqual([expect.stringMatching(/^2:\d+ FrontmatterUnreadable/)]);
  });

  test('none at all', () => {
    expect(parseFrontmatter('# Title\n\nText', 'a.mdx').findings.map((f) => f.name)).toEqual(['FrontmatterMissing']);
    expect(parseFrontmatter('---\ntitle: x\n\nText', 'a.mdx').findings.map((f) => f.name)).toEqual([
      'FrontmatterMissing',
    ]);
  });
});
