import { defineBeyt } from '../../src/settings/define.ts';

/** Tests run with these, whatever the publication in this clone has set. */
export default defineBeyt({
  name: { en: 'Beyt', fa: 'بیت' },
  tagline: {
    en: 'One text in English and Persian, paragraph facing paragraph',
    fa: 'یک متن به فارسی و انگلیسی، بند روبه‌روی بند',
  },
  languages: { en: { tag: 'en' }, fa: { tag: 'fa-AF' } },
  timeZone: 'Asia/Kabul',
});
