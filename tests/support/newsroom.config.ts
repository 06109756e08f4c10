import { defineBeyt } from '../../src/settings/define.ts';

export default defineBeyt({
  name: { en: 'The Herat Letter', fa: 'نامهٔ هرات' },
  tagline: { en: 'Reports from the west', fa: 'گزارش‌هایی از غرب' },
  languages: { en: { tag: 'en' }, fa: { tag: 'fa-AF' } },
  timeZone: 'Asia/Kabul',
  navigation: [
    { to: 'sections/politics.html', label: { en: 'Politics', fa: 'سیاست' } },
    { to: 'sections/water.html', label: { en: 'Water', fa: 'آب' } },
    { to: 'people.html' },
    { to: 'about.html', label: { en: 'About', fa: 'دربارهٔ ما' } },
  ],
  front: { size: 5, sections: ['politics', 'water', 'empty'] },
  feedSize: 3,
  epub: true,
});
