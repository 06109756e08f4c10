import { defineBeyt } from '../../src/settings/define.ts';

/** Words of the other language in everything that it says of itself. */
export default defineBeyt({
  name: { en: 'Beyt (بیت)', fa: 'بیت (Beyt)' },
  tagline: { en: 'Reports from هرات', fa: 'گزارش‌های BBC و C++' },
  languages: { en: { tag: 'en' }, fa: { tag: 'fa-AF' } },
  timeZone: 'Asia/Kabul',
  navigation: [
    { to: 'sections/tools.html', label: { en: 'Tools ابزار', fa: 'ابزار C#' } },
    { to: 'works.html', label: { en: 'All همه', fa: 'همهٔ PDFها' } },
  ],
  front: { size: 1, sections: ['tools'] },
});
