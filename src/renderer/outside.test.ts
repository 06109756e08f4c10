import { expect, test } from 'vitest';
import { formatHeaders } from '../publish/host-files.ts';
import { readSettings } from '../settings/read-settings.ts';
import { formatSnippet } from '../view/snippets.ts';
import { allOutside, findOutside } from './outside.ts';
import { formatPolicy } from './policy.ts';

const names = { name: { en: 'A', fa: 'ا' }, tagline: { en: 'B', fa: 'ب' } };
const read = (raw: object) =>
  readSettings({ ...names, ...raw }, () => ({ file: 'beyt.config.ts', line: 1, column: 1 })).settings;
const settings = read({
  head: [
    {
      tag: 'script',
      attributes: { src: 'https://stats.example.org/a.js?x=1&y=2', defer: true },
      sources: { 'script-src': ['https://stats.example.org'], 'connect-src': ['https://in.example.org'] },
    },
    { tag: 'script', content: 'start()', trustedTypes: false },
  ],
  forms: ['https://mail.example.org/a;b?list=1'],
  embeds: ['youtube', 'maps.example.org'],
});
const policyOf = (html: string) => formatPolicy({ searches: false, ...findOutside(html, settings) });

test('a snippet is written as it is set, its attributes escaped', () => {
  expect(settings.head.map(formatSnippet)).toEqual([
    '<script src="https://stats.example.org/a.js?x=1&amp;y=2" defer></script>',
    '<script>start()</script>',
  ]);
  expect(formatSnippet(read({ head: [{ tag: 'meta', attributes: { name: 'a', content: '"' } }] }).head[0]!)).toBe(
    '<meta name="a" content="&quot;">',
  );
});

test('a page that holds nothing from elsewhere keeps the narrowest policy', () => {
  expect(policyOf('<p>Words about a form and data-embed="https://maps.example.org/".</p>')).toBe(
    formatPolicy({ searches: false }),
  );
});

test('sources, frames and forms are allowed on pages that have them', () => {
  const [first, second] = settings.head.map(formatSnippet);
  const policy = policyOf(`${first}<figure data-embed="https://maps.example.org/x"></figure><form></form>`);
  expect(policy).toContain("script-src 'self' https://stats.example.org;");
  expect(policy).toContain("connect-src 'self' https://in.example.org;");
  expect(policy).toContain('frame-src https://maps.example.org;');
  expect(policy).toContain("form-action 'self' https://mail.example.org/a%3Bb;");
  expect(policy).toContain("trusted-types 'none'");
  expect(policyOf(second!)).not.toContain('trusted-types');
});

test('no markup of an author opens a page to a host that the settings do not have', () => {
  expect(policyOf('<div data-embed="https://evil.example.net/">')).not.toContain('frame-src');
});

test('hosts that read _headers allow what any page may', () => {
  const headers = formatHeaders({ scripts: [], styles: [], ...allOutside(settings) });
  expect(headers).toContain('frame-src https://www.youtube-nocookie.com https://maps.example.org;');
  expect(headers).toContain("form-action 'self' https://mail.example.org/a%3Bb");
  expect(headers).not.toContain('trusted-types');
});
