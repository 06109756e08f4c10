import { defineBeyt } from './src/settings/define.ts';

/** What makes this publication its own. docs/customising.md shows every setting with an example. */
export default defineBeyt({
  name: { en: 'Beyt', fa: 'بیت' },
  tagline: {
    en: 'One text in English and Persian, paragraph facing paragraph',
    fa: 'یک متن به فارسی و انگلیسی، بند روبه‌روی بند',
  },
  languages: { en: { tag: 'en' }, fa: { tag: 'fa-AF' } },
  timeZone: 'Asia/Kabul',
  navigation: [
    { to: 'works.html' },
    { to: 'topics.html' },
    { to: 'people.html' },
    { to: 'about.html', label: { en: 'About', fa: 'دربارهٔ ما' } },
  ],
  front: { size: 5, sections: ['region', 'language', 'heritage', 'guides'] },
  epub: true,
});
