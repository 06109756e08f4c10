import { expect, test } from 'vitest';
import type { Lang } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import { makeEdition } from './testing/make-content.ts';
import { assembleWorks, listEditions } from './work.ts';

const edition = (lang: Lang, slug: string, fields: Partial<Edition['frontmatter']> = {}): Edition => {
  const named = fields.translationOf ? `\ntranslationOf: ${fields.translationOf}` : '';
  const frontmatter = { title: slug, description: 'd', date: '2026-01-01', authors: ['x'], ...fields };
  return { ...makeEdition(lang, slug, frontmatter), frontmatter, head: `---\ntitle: x${named}\n---\n` };
};
const show = (editions: Edition[]) => {
  const { works, findings } = assembleWorks(editions);
  return [
    ...works.map(
      (w) =>
        `${w.name} (${w.original}): ${listEditions(w)
          .map((e) => `${e.lang}/${e.slug}`)
          .join(' ')}`,
    ),
    ...findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.name}`),
  ];
};

test('editions of one slug are one work', () => {
  expect(show([edition('en', 'a'), edition('fa', 'a', { translators: ['y'] }), edition('fa', 'b')])).toEqual([
    'a (en): en/a fa/a',
    'b (fa): fa/b',
  ]);
});

test('slugs may differ, in any script, on either side', () => {
  expect(show([edition('en', 'timeline'), edition('fa', 'گاه‌شمار', { translationOf: 'timeline' })])).toEqual([
    'timeline (en): en/timeline fa/گاه‌شمار',
  ]);
  expect(
    show([edition('en', 'pen', { translationOf: './قلم.mdx', translators: ['x'] }), edition('fa', 'قلم')]),
  ).toEqual(['قلم (fa): fa/قلم en/pen']);
});

test('two that name each other are one work, named by the one without translators', () => {
  const pair = [
    edition('en', 'a', { translationOf: 'b', translators: ['x'] }),
    edition('fa', 'b', { translationOf: 'a' }),
  ];
  expect(show(pair)).toEqual(['b (fa): fa/b en/a']);
});

test('the original: said, or without translators, or the one that is named', () => {
  expect(show([edition('en', 'a', { original: 'fa' }), edition('fa', 'a')])).toEqual(['a (fa): fa/a en/a']);
  expect(show([edition('en', 'a', { translators: ['x'] }), edition('fa', 'a')])).toEqual(['a (fa): fa/a en/a']);
  expect(show([edition('en', 'a', { translators: ['x'] })])).toEqual(['a (fa): en/a']);
});

test('contradictions are named where they stand', () => {
  expect(show([edition('en', 'a', { original: 'en' }), edition('fa', 'a', { original: 'fa' })])).toContain(
    'content/fa/a.mdx:1:1 OriginalContradiction',
  );
  expect(show([edition('fa', 'b', { translationOf: 'nothing' })])).toEqual([
    'content/fa/b.mdx:3:1 TranslationOfUnknown',
  ]);
  expect(
    show([edition('en', 'a'), edition('fa', 'b', { translationOf: 'a' }), edition('fa', 'c', { translationOf: 'a' })]),
  ).toEqual(['a (en): en/a fa/b', 'content/fa/c.mdx:3:1 WorkClaimedTwice']);
  expect(
    show([edition('en', 'a', { translationOf: 'b' }), edition('fa', 'b', { translationOf: 'c' }), edition('en', 'c')]),
  ).toContainEqual(expect.stringMatching(/WorkClaimedTwice$/));
});
