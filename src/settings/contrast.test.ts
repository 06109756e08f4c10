import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { checkColours, checkContrast, findContrast, suggestColour, suggestDark, usualColours } from './contrast.ts';
import { readSettings } from './read-settings.ts';

// Published: the greys of WebAIM's contrast checker and of the Understanding document of 1.4.3; black on white is 21 by
// definition. By hand from WCAG 2.2, with luminances of red 0.2126, blue 0.0722: (1 + 0.05) / (0.2126 + 0.05), …
it.each([
  ['#767676', '#fff', 4.54],
  ['#777777', '#ffffff', 4.48],
  ['#000', 'white', 21],
  ['#fff', '#fff', 1],
  ['red', '#fff', 3.998],
  ['rgb(0 0 255)', '#fff', 8.592],
  ['hsl(0 100% 50%)', '#fff', 3.998],
  ['rgb(0 0 0 / 0%)', '#fff', 1],
])('%s on %s', (text, ground, ratio) => {
  expect(findContrast(text, ground)).toBeCloseTo(ratio, 2);
  expect(findContrast(ground, text.includes('%)') && text.includes('/') ? ground : text)).toBeCloseTo(ratio, 2);
});

test('what is no colour has no contrast', () => expect(findContrast('nocolour', '#fff')).toBeUndefined());

test('the nearest grey that does on white is the one that is known for it, and on black its like', () => {
  expect(suggestColour('#999', '#fff')).toBe('#767676');
  // (0.05 + L) / 0.05 ≥ 4.5 from L = 0.175 on: #747474 has 0.1746, #757575 has 0.1779.
  expect(suggestColour('#333', '#000')).toBe('#757575');
});

test('a colour for the dark scheme follows from that for the light one', () => {
  expect(suggestDark('#ffb3a8')).toBe('#ffb3a8');
  const dark = suggestDark('#8a1c1c');
  for (const ground of ['#14161a', '#1c1f25']) expect(findContrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
});

test('the usual colours are those of the stylesheet', () => {
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  const [light, dark] = [css, css.slice(css.indexOf('@media (prefers-color-scheme: dark)'))];
  for (const [scheme, text] of [
    ['light', light],
    ['dark', dark],
  ] as const)
    for (const [name, colour] of Object.entries(usualColours[scheme]))
      expect(new RegExp(`--${name}: ([^;]+);`).exec(text)![1], `${scheme} ${name}`).toBe(colour);
});

const names = { name: { en: 'a', fa: 'ا' }, tagline: { en: 'a', fa: 'ا' } };

const check = (colours: object) => {
  const read = readSettings({ ...names, colours }, (path) => ({ file: path.join('.'), line: 1, column: 1 }));
  expect(read.findings).toEqual([]);
  return checkContrast(read.settings, read.locate).map(
    ({ file, severity, message }) => `${severity} ${file} ${message}`,
  );
};

test('a finding names the field, the scheme, the ratio and what would do', () => {
  expect(check({})).toEqual([]);
  expect(check({ accent: { light: '#8a1c1c', dark: '#ffb3a8' } })).toEqual([]);
  expect(check({ paper: '#fff', accent: { light: '#999', dark: '#213f9e' }, ink: '#000', soft: '#444' })).toEqual(
    expect.arrayContaining([
      'warning colours.accent.light The setting "colours.accent" has a contrast of 2.84 in the light scheme (accent #999 on paper #fff), and text needs 4.5; accent #767676 would do.',
    ]),
  );
});

test('a ground that the usual text cannot be read on is named itself', () => {
  const [first, ...others] = check({ paper: { light: '#1a1c20', dark: '#14161a' } });
  expect(first).toMatch(
    /^warning colours\.paper\.light The setting "colours\.paper" .*accent #213f9e on paper #1a1c20/,
  );
  expect(others).toHaveLength(2);
});

test('what looks like a colour and is none is wrong; each value once', () => {
  const colours = { accent: 'notacolour', paper: { light: 'rgb(300 foo)', dark: 'oklch(20% 0 0)' }, ink: 'black' };
  const { settings, locate } = readSettings({ ...names, colours }, (path) => ({
    file: path.join('.'),
    line: 1,
    column: 1,
  }));
  expect(checkColours(settings, locate).map(({ name, file, message }) => [name, file, message])).toEqual([
    ['SettingWrong', 'colours.accent', expect.stringContaining('"notacolour"')],
    ['SettingWrong', 'colours.paper', expect.stringContaining('"rgb(300 foo)"')],
  ]);
});
