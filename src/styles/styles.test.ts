import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatFonts, openFaces } from '../assets/appearance.ts';

const folder = import.meta.dirname;
const styles = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8').replace(/\/\*.*?\*\/|"[^"]*"/gs, ''));
const css = styles.join('\n');

test('every class of the site begins with b-, so that it never meets one of an author', () => {
  const classes = [...css.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!);
  expect(classes.length).toBeGreaterThan(50);
  // `a.twin` is the one that programs of others rely on.
  expect(classes.filter((name) => !name.startsWith('b-') && name !== 'twin')).toEqual([]);
});

test('every custom property that a rule uses is set somewhere', () => {
  const fonts = formatFonts(openFaces({}, folder));
  const set = new Set([...`${css}${fonts}`.matchAll(/(--[a-z][\w-]*):/g)].map(([, name]) => name!));
  const used = [...css.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!);
  expect([...new Set(used)].filter((name) => !set.has(name))).toEqual([]);
});

test('markup and scripts of the site name no class without the prefix', () => {
  const files = ['components', 'layouts', 'pages', 'client', 'markdown', 'view', 'works'].flatMap((room) =>
    readdirSync(`${folder}/../${room}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:astro|ts)$/.test(name) && !/\.test\.ts$|testing/.test(name))
      .map((name) => `${room}/${name}`),
  );
  const found = files.flatMap((file) => {
    const text = readFileSync(`${folder}/../${file}`, 'utf8');
    const named = [...text.matchAll(/\bclass(?:="|: '|Name: \['|Name = ')([^"'\]]+)/g)];
    return named
      .flatMap(([, names]) => names!.split(/\s+/))
      .flatMap((name) => (/^(?:b-|twin$)/.test(name) ? [] : [`${file}: ${name}`]));
  });
  expect(found.filter((one) => !one.includes('${'))).toEqual([]);
});
