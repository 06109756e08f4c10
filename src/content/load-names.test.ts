import { describe, expect, it } from 'vitest';
import { edition, useContentFolder } from './testing/content-folder.ts';

const { find } = useContentFolder();

describe('ids of lists, which are parts of addresses', () => {
  it.each([
    ['people.yaml', 'con:\n  name: { en: A, fa: ا }\n', 1, 'EntryWrong'],
    ['sections.yaml', 'aux:\n  name: { en: A, fa: ا }\n', 1, 'EntryWrong'],
    ['series.yaml', `${'a'.repeat(241)}:\n  title: { en: A, fa: ا }\n`, 1, 'EntryWrong'],
    ['people.yaml', 'Ali:\n  name: { en: A, fa: ا }\n', 1, 'EntryWrong'],
    ['glossary.yaml', 'topics:\n  - { id: nul, en: A, fa: ا }\n', 2, 'EntryWrong'],
    ['glossary.yaml', 'people:\n  - { id: com1, en: A, fa: ا }\n', 2, 'EntryWrong'],
  ])('%s: %s', async (file, source, line, name) =>
    expect((await find({ [file]: source })).map((one) => one.replace(/:\d+ /, ' '))).toEqual([
      `${file}:${line} ${name}`,
    ]),
  );
});

describe('a mistake in a list is reported where it is, and not by every article', () => {
  const works = {
    'en/a.md': edition('section: city\nseries: west\npart: 1\n').replace('[x]', '[zahra, Ali Rezai, nobody]'),
  };
  const unknown = 'en/a.md:5:29 PersonUnknown';

  it('fields of entries', async () =>
    expect(
      await find({
        ...works,
        'people.yaml':
          'zahra: { name: { en: Z, fa: ز }, boi: x }\nali: { name: { en: Ali Rezai } }\nomid: { name: { en: O, fa: ا } }\n',
        'sections.yaml': 'city: { name: { en: City, fa: شهر }, lede: b }\n',
        'series.yaml': 'west: { titel: { en: W, fa: غ } }\n',
      }),
    ).toEqual([
      unknown,
      'people.yaml:1:34 EntryWrong',
      'people.yaml:2:8 EntryWrong',
      'sections.yaml:1:38 EntryWrong',
      'series.yaml:1:1 EntryWrong',
      'series.yaml:1:9 EntryWrong',
    ]));

  it('which hides nothing else of these entries', async () =>
    expect(
      await find({
        'people.yaml': 'zahra: { name: { en: Z, fa: ز }, boi: x, portrait: ./none.jpg, links: [{ href: x }] }\n',
        'sections.yaml': 'city: { name: { en: City, fa: شهر }, color: red, lead: nothing }\n',
      }),
    ).toEqual([
      'people.yaml:1:34 EntryWrong',
      'people.yaml:1:42 PortraitMissing',
      'people.yaml:1:74 EntryWrong',
      'sections.yaml:1:38 EntryWrong',
      'sections.yaml:1:50 LeadUnknown',
    ]));

  it('files that cannot be read', async () =>
    expect(
      await find({ ...works, 'people.yaml': 'a: [\n', 'sections.yaml': 'city: [\n', 'series.yaml': '- west\n' }),
    ).toEqual([
      'people.yaml:2:1 EntriesUnreadable',
      'sections.yaml:2:1 EntriesUnreadable',
      'series.yaml:1:1 EntriesUnreadable',
    ]));
});

describe('names in one text, which is no list', () => {
  it.each([
    ['translators: Ali, Sara', ['en/a.md:6:1 NamesJoined']],
    ['translators: علی، سارا', ['en/a.md:6:1 NamesJoined']],
    ['topics: war; refugees', ['en/a.md:6:1 NamesJoined']],
    ['topics: ["Kabul, Afghanistan"]', []],
    ['topics: Kabul', []],
    ['topics: [war, refugees]', []],
    ['translators: Ali Karimi, Jr.', []],
    ['topics: War,', []],
  ])('%s', async (fields, found) => expect(await find({ 'en/a.md': edition(`${fields}\n`) })).toEqual(found));

  it('but one person may be listed under such a name', async () => {
    const files = (people: string) => ({
      'people.yaml': `a:\n  name: { en: "${people}", fa: ا }\n`,
      'en/a.md': edition('translators: Karimi, Ali\n').replace(/authors: .*/, 'authors: a'),
    });
    expect(await find(files('Karimi, Ali'))).toEqual([]);
    expect(await find(files('Karimi'))).toEqual(['en/a.md:6:1 NamesJoined']);
  });
});

describe('names in articles', () => {
  it('that two people have, unless one of them has it as id', async () =>
    expect(
      await find({
        'people.yaml':
          'zahra: { name: { en: Zahra, fa: زهرا } }\nzahra-k: { name: { en: Zahra K, fa: زهرا } }\nx: { name: { en: X, fa: اکس } }\n',
        'en/a.md': edition().replace('[x]', '[zahra, زهرا]'),
      }),
    ).toEqual(['en/a.md:5:18 PersonAmbiguous']));

  it('of a series that is not there', async () =>
    expect(
      await find({
        'series.yaml': 'west: { title: { en: W, fa: غ } }\n',
        'en/a.md': edition('series: wset\npart: 1\n'),
      }),
    ).toEqual(['en/a.md:6:1 SeriesUnknown']));

  it('of topics that are nearly those of the glossary', async () =>
    expect(
      await find({
        'glossary.yaml': 'topics:\n  - { id: water, en: Water, fa: آب }\n',
        'en/a.md': edition('topics: [watre, water, Wealth, Waterworks, آب]\n'),
      }),
    ).toEqual(['en/a.md:6:10 TopicLikely']));
});
