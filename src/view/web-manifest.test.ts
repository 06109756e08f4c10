import { expect, test } from 'vitest';
import { settings } from '../settings/current.ts';
import { formatWebManifest } from './web-manifest.ts';

const colours = { ...settings.colours, paper: { light: '#fffdf8', dark: '#14161a' } };

test('a manifest in each language, with addresses relative to its own', () => {
  const manifest = JSON.parse(formatWebManifest('fa', { ...settings, colours })) as Record<string, unknown>;
  expect(manifest).toMatchObject({
    name: settings.name.fa,
    lang: 'fa-AF',
    dir: 'rtl',
    start_url: 'index.html',
    scope: '../',
    theme_color: '#fffdf8',
  });
  expect(manifest.icons).toContainEqual({ src: '../favicon.svg', sizes: 'any' });
  expect(JSON.parse(formatWebManifest('en', settings))).toMatchObject({
    lang: 'en',
    dir: 'ltr',
    start_url: 'index.html',
  });
});
