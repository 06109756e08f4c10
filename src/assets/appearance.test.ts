import { expect, test } from 'vitest';
import { readSettings } from '../settings/read-settings.ts';
import { formatColours, formatFonts, listFamilies, openFaces } from './appearance.ts';

const names = { name: { en: 'A', fa: 'ا' }, tagline: { en: 'B', fa: 'ب' } };
const read = (raw: object) =>
  readSettings({ ...names, ...raw }, () => ({ file: 'beyt.config.ts', line: 1, column: 1 })).settings;

test('one colour holds for both schemes, two for one each, and none is set where more contrast is asked for', () => {
  expect(formatColours(read({ colours: { paper: '#fffdf8', ink: { light: '#111', dark: '#eee' } } }).colours)).toBe(
    '@layer beyt{@media not (prefers-contrast:more){:root{--paper:#fffdf8;--ink:#111;--rule:var(--ink)}' +
      '@media (prefers-color-scheme:dark){:root{--paper:#fffdf8;--ink:#eee;--rule:var(--ink)}}}}',
  );
  expect(formatColours(read({}).colours)).toBe('');
});

test('a font of the settings takes the place of the one that Beyt brings, for its script only', () => {
  const files = [
    { src: './theme/sahel.woff2', weight: '300 900' },
    { src: './theme/sahel-it.woff2', style: 'italic' },
  ];
  const faces = openFaces(read({ fonts: { persian: { family: 'Sahel', files } } }).fonts, '/news');
  expect(faces.persian.files.map(({ src }) => src)).toEqual(['/news/theme/sahel.woff2', '/news/theme/sahel-it.woff2']);
  const css = formatFonts(faces);
  expect(css).toContain(
    '@font-face{font-family:"Sahel";src:url("/news/theme/sahel.woff2") format("woff2");font-weight:300 900;font-display:swap}',
  );
  expect(css).toContain('font-weight:400;font-style:italic;font-display:swap}');
  expect(css).toContain('--persian-family:"Sahel";--persian-fallback:"Segoe UI",Tahoma}');
  expect(css).not.toContain('Vazirmatn');
  // English pages have it whole too: only Beyt's own fonts come in a short form.
  expect(listFamilies(faces, 'latin')).toEqual(['Newsreader', 'Sahel']);
});

test('a page has the whole face of its script, and the short one of the other', () => {
  const faces = openFaces(read({}).fonts, '/news');
  const css = formatFonts(faces);
  const files = (family: string) =>
    [...css.matchAll(new RegExp(`font-family:"${family}";src:url\\("[^"]*/([^"/]+)"\\)`, 'g'))].map(([, file]) => file);
  expect(files('Newsreader')[0]).toBe('newsreader-beyt.woff2');
  expect(files('Vazirmatn Words')).toEqual(['vazirmatn-words.woff2']);
  expect(css).toContain('--persian-family:"Vazirmatn Words","Vazirmatn"}');
  expect(listFamilies(faces, 'latin')).toEqual(['Newsreader', 'Vazirmatn Words']);
  expect(listFamilies(faces, 'persian')).toEqual(['Newsreader Words', 'Vazirmatn']);
  expect(listFamilies(faces, 'both')).toEqual(['Newsreader', 'Vazirmatn']);
});
