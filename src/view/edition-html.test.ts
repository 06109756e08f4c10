import { describe, expect, test } from 'vitest';
import { loadContent } from '../content/load.ts';
import { edition, useContentFolder } from '../content/testing/content-folder.ts';
import { createPublication } from '../works/publication.ts';
import { viewEdition } from './edition-html.ts';

const { state, write } = useContentFolder();

async function open(now: string, preview = false) {
  const content = await loadContent(state.folder, { root: state.folder, preview, now: new Date(now) });
  return createPublication(content, state.folder);
}

async function view(publication: Awaited<ReturnType<typeof open>>, name: string, lang: 'en' | 'fa'): Promise<string> {
  const work = publication.content.works.find((one) => one.name === name)!;
  return viewEdition(publication, publication.prepare(work), lang, `${lang}/${name}.html`);
}

test('calls of notes are numbered in the digits of the language, whatever the note holds', async () => {
  write({ 'fa/a.mdx': edition('', 'متن[^a].\n\n[^a]:\n    ```\n    code\n    ```') });
  expect(await view(await open('2026-06-01'), 'a', 'fa')).toMatch(/data-footnote-ref[^>]*>۱<\/a>/);
});

test('calls of notes are apart from numbers before them in Persian, and ways back have the digits of the language', async () => {
  write({
    'fa/a.md': edition('', 'سال ۱۴۰۴[^a] و ۱۴۰۵[^a].\n\n[^a]: متن.'),
    'en/a.md': edition('', 'In 1404[^a] and 1405[^a].\n\n[^a]: Text.'),
  });
  const publication = await open('2026-06-01');
  const html = await view(publication, 'a', 'fa');
  expect(html).toMatch(/۱۴۰۴<sup><a [^>]*dir="rtl"[^>]*>۱<\/a>/);
  expect(html).toMatch(/↩<sup>۲<\/sup>/);
  expect(await view(publication, 'a', 'en')).not.toContain('dir="rtl"');
});

describe('a link to what is not published now', () => {
  const links =
    '[l](./later.mdx), [d](/en/draft.html "D"), [g](./gone.mdx#x), [t](/en/topics/past.html), [n](./now.mdx)';
  const files = {
    'en/now.mdx': edition('', links),
    'en/later.mdx': edition('publish: 2026-12-01\n', '[d](./draft.mdx)'),
    'en/draft.mdx': edition('draft: true\n'),
    'en/gone.mdx': edition('expires: 2026-03-01\ntopics: [past]\n', '## X'),
  };
  const list = (publication: Awaited<ReturnType<typeof open>>) =>
    publication
      .collectFindings()
      .filter(({ name }) => /^(?:Link|Fragment)/.test(name))
      .map(({ file, line, column, severity, message }) => `${file}:${line}:${column} ${severity} ${message}`);
  const warnings = [
    'en/now.mdx:8:1 warning The link "./later.mdx" goes to a page that is not published now (it waits until 2026-11-30T19:30Z).',
    'en/now.mdx:8:19 warning The link "/en/draft.html" goes to a page that is not published now (it is a draft).',
    'en/now.mdx:8:44 warning The link "./gone.mdx#x" goes to a page that is not published now (it expired at 2026-03-01T19:30Z).',
    'en/now.mdx:8:63 warning The link "/en/topics/past.html" goes to a page that is not published now.',
  ];

  test('is a warning, and its words are shown without a link', async () => {
    write(files);
    const publication = await open('2026-06-01');
    expect(list(publication)).toEqual(warnings);
    const html = await view(publication, 'now', 'en');
    expect(html).toContain('<a>l</a>, <a title="D">d</a>, <a>g</a>, <a>t</a>, <a href="now.html">n</a>');
  });

  test('is reported by a preview as well, which shows the page, but not where the link is unpublished itself', async () => {
    write(files);
    const publication = await open('2026-06-01', true);
    expect(list(publication)).toEqual(warnings);
    expect(await view(publication, 'now', 'en')).toContain('<a href="later.html">l</a>');
  });

  test('names an anchor that is there: it would stop the build on the day', async () => {
    write({ ...files, 'en/now.mdx': edition('', '[l](./later.mdx#nowhere), [g](./gone.mdx#x)') });
    expect(list(await open('2026-06-01', true)).map((line) => line.slice(0, 40))).toEqual([
      'en/now.mdx:8:1 warning The link "./later',
      'en/now.mdx:8:1 error The link "./later.m',
      'en/now.mdx:8:27 warning The link "./gone',
    ]);
  });

  test('leads there once it is published', async () => {
    write(files);
    expect(await view(await open('2026-12-02'), 'now', 'en')).toContain('<a href="later.html">l</a>');
  });
});

/** @param units by hand, as a record has them */
async function viewPair(lang: 'en' | 'fa', en: string, fa: string, units: readonly object[]): Promise<string> {
  const record = JSON.stringify({ version: 1, work: 'a', units, aliases: {} });
  write({ 'en/a.mdx': edition('', en), 'fa/a.mdx': edition('', fa), 'alignment/a.json': record });
  return view(await open('2026-06-01'), 'a', lang);
}

/** The texts of rows and notes, one on each line. */
const read = (html: string) =>
  html
    .replace(/<(?:\/p|\/li|\/h2)>/g, '\n')
    .replace(/<[^<>]*>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

test('what is not translated is announced once, where it begins', async () => {
  const en = '- An item of a list.\n\n> A quotation from an old book, said the mason.\n\nSecond.\n\nThird.\n';
  const fa = '- فقره‌ای از یک فهرست و نقلی از کتابی کهن.\n';
  const units = [
    {
      id: 'c2aa',
      en: ['An item of a list.', 'A quotation from an old book, said the mason.'],
      fa: ['فقره‌ای از یک فهرست و نقلی از کتابی کهن.'],
      by: 'human',
    },
    { id: 'c3aa', en: ['Second.'], fa: [], by: 'auto' },
    { id: 'c4aa', en: ['Third.'], fa: [], by: 'auto' },
  ];
  expect(read(await viewPair('en', en, fa, units))).toEqual([
    'An item of a list.',
    'A quotation from an old book, said the mason.',
    'From here on, this text has not been translated into Persian yet.',
    'Second.',
    'Third.',
  ]);
});

test('a note of the passage before neither announces it once more nor takes it along', async () => {
  const en = 'First[^a].\n\nSecond.\n\nThird.\n\n[^a]: Words of the note.\n';
  const fa = 'یکم[^a].\n\nسوم.\n\n[^a]: متن پاورقی.\n';
  const units = [
    { id: 'c2aa', en: ['First.', 'Words of the note.'], fa: ['یکم.', 'متن پاورقی.'], by: 'human' },
    { id: 'c3aa', en: ['Second.'], fa: [], by: 'auto' },
    { id: 'c4aa', en: ['Third.'], fa: ['سوم.'], by: 'human' },
  ];
  expect(read(await viewPair('en', en, fa, units)).slice(0, 4)).toEqual([
    'First1.',
    'The next passage has not been translated into Persian yet.',
    'Second.',
    'Third.',
  ]);
  expect(read(await viewPair('fa', en, fa, units)).slice(0, 3)).toEqual([
    'یکم۱.',
    'این‌جا یک بند کم است که هنوز ترجمه نشده است. خواندن به انگلیسی',
    'سوم.',
  ]);
});

test('a list says above it that it has passages which are not translated', async () => {
  const en = '- First.\n- Second.\n\nThird.\n';
  const fa = '- یکم.\n\nسوم.\n';
  const units = [
    { id: 'c2aa', en: ['First.'], fa: ['یکم.'], by: 'human' },
    { id: 'c3aa', en: ['Second.'], fa: [], by: 'auto' },
    { id: 'c4aa', en: ['Third.'], fa: ['سوم.'], by: 'human' },
  ];
  expect(read(await viewPair('en', en, fa, units))).toEqual([
    'A passage of what follows has not been translated into Persian yet.',
    'First.',
    'Second.',
    'Third.',
  ]);
  expect(read(await viewPair('fa', en, fa, units))).toEqual([
    'یکم.',
    'این‌جا یک بند کم است که هنوز ترجمه نشده است. خواندن به انگلیسی',
    'سوم.',
  ]);
});
