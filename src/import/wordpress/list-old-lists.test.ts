import { expect, test } from 'vitest';
import { listOldLists } from './list-old-lists.ts';
import type { WxrItem, WxrSite } from './wxr.ts';

const site = (address: string, terms: readonly object[] = []) =>
  ({ address, language: 'en-US', terms }) as unknown as WxrSite;
const post = (lang: 'en' | 'fa', link: string, ...terms: (readonly [domain: string, nicename: string])[]) => ({
  lang,
  draft: false,
  item: {
    link,
    terms: terms.map(([domain, nicename]) => ({ domain, nicename, name: nicename })),
  } as unknown as WxrItem,
});
const topics = { idOf: (slug: string) => slug.replace(/-fa$/, '') };
const people = { find: () => ['mina'], loginsOf: () => ['mina-r'] };

test('a language with a prefix, a category below another one, a tag', () => {
  const terms = [
    { taxonomy: 'category', slug: 'news', parent: '' },
    { taxonomy: 'category', slug: 'roads', parent: 'news' },
  ];
  const posts = [
    post('en', 'https://paper.example/the-bridge/', ['category', 'roads']),
    post('fa', 'https://paper.example/fa/پل/', ['category', 'roads-fa'], ['post_tag', 'پل']),
  ];
  const lists = listOldLists(posts, [site('https://paper.example', terms)], topics, people);
  expect(lists.map(({ from, lang, place }) => [from, lang, 'id' in place ? place.id : place.kind])).toEqual([
    ['/feed/', 'en', 'feed'],
    ['/category/news/roads/', 'en', 'roads'],
    ['/author/mina-r/', 'en', 'mina'],
    ['/fa/', 'fa', 'front'],
    ['/fa/feed/', 'fa', 'feed'],
    ['/fa/category/roads-fa/', 'fa', 'roads'],
    ['/fa/tag/پل/', 'fa', 'پل'],
    ['/fa/author/mina-r/', 'fa', 'mina'],
  ]);
});

test('a language with a parameter, on a site in a folder; drafts make no lists', () => {
  const posts = [
    post('en', 'https://paper.example/news/a/', ['category', 'roads']),
    { ...post('en', 'https://paper.example/news/b/', ['category', 'drafts']), draft: true },
    post('fa', 'https://paper.example/news/a/?lang=fa', ['tag', 'pul']),
  ];
  expect(listOldLists(posts, [site('https://paper.example/news')], topics, people).map(({ from }) => from)).toEqual([
    '/feed/',
    '/category/roads/',
    '/author/mina-r/',
    '/?lang=fa',
    '/feed/?lang=fa',
    '/tag/pul/?lang=fa',
    '/author/mina-r/?lang=fa',
  ]);
});
