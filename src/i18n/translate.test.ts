import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { langs } from '../locales.ts';
import en from './en.json' with { type: 'json' };
import fa from './fa.json' with { type: 'json' };
import iranian from './fa-IR.json' with { type: 'json' };
import { type TextKey, translate } from './translate.ts';

const leaves = (value: unknown, prefix = ''): string[] =>
  typeof value === 'string'
    ? [prefix]
    : Object.entries(value as object).flatMap(([key, child]) => leaves(child, prefix ? `${prefix}.${key}` : key));
const read = (texts: object, key: string) =>
  key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts) as string;
const keys = leaves(en);
const bare = [...new Set(keys.map((key) => key.replace(/_(zero|one|other)$/, '')))] as TextKey[];

const src = join(import.meta.dirname, '..');
const sources = (readdirSync(src, { recursive: true }) as string[])
  .filter((name) => /\.(ts|astro)$/.test(name) && !/\.test\.ts$/.test(name))
  // Pages that a newsroom adds say what they like.
  .filter((name) => !name.startsWith('pages/') || /^pages\/(?:\[lang\]\/|both\/|[^/]+$)/.test(name))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }));

describe('the two files', () => {
  test('have the same keys in the same order', () => {
    expect(leaves(fa)).toEqual(keys);
  });

  test('name the same values in each text', () => {
    const values = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).sort();
    for (const key of keys.filter((k) => !/_(zero|one)$/.test(k)))
      expect([key, values(read(fa, key))]).toEqual([key, values(read(en, key))]);
  });

  test('have texts for Iran under keys of their own, without words of Kabul’s offices', () => {
    for (const [key, text] of Object.entries(iranian)) {
      expect(keys).toContain(key);
      expect(text.match(/{{\w+}}/g), key).toEqual(read(fa, key).match(/{{\w+}}/g));
    }
    // In Iran the Academy's and the newspapers' spellings are کپی, اینترنت and صفحه‌کلید.
    const shown = keys.map((key) => (iranian as Record<string, string>)[key] ?? read(fa, key));
    expect(shown.filter((text) => /کاپی|(?<!ای)نترنت|کیبورد/.test(text))).toEqual([]);
  });

  test('are written in their own script, with Persian letters and no direction marks', () => {
    for (const key of keys) {
      expect(read(fa, key), key).not.toMatch(/[يك\u200e\u200f]/);
      if (!/^(switch|twin)\./.test(key)) expect(read(en, key), key).not.toMatch(/\p{Script=Arabic}/u);
    }
  });

  test('have every plural, zero too', () => {
    const plurals = new Set(keys.flatMap((key) => /^(.*)_(?:zero|one|other)$/.exec(key)?.[1] ?? []));
    for (const key of plurals) for (const form of ['zero', 'one', 'other']) expect(keys).toContain(`${key}_${form}`);
  });
});

describe('their use', () => {
  const used = new Set<string>();
  const beginnings = new Set<string>();
  for (const { text } of sources) {
    for (const [, key] of text.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)) used.add(key!);
    for (const [, start] of text.matchAll(/`([a-z]\w*\.)\$\{/g)) beginnings.add(start!);
  }

  test('every key is used', () => {
    const idle = bare.filter((key) => !used.has(key) && ![...beginnings].some((start) => key.startsWith(start)));
    expect(idle).toEqual([]);
  });

  test('no unknown key is asked for', () => {
    const sections = new Set(bare.map((key) => key.split('.')[0]));
    const asked = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/(?:\bt|\btranslate)\((?:\s*\w+,)?\s*'([a-z]\w*(?:\.\w+)+)'/g)].map(
        (m) => [name, m[1]!] as const,
      ),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(([, key]) => sections.size && !bare.includes(key as TextKey))).toEqual([]);
  });

  test('no page or component holds a text of its own', () => {
    const found = sources
      .filter(({ name }) => name.endsWith('.astro'))
      .flatMap(({ name, text }) => {
        const markup = text
          .replace(/^---\n[\s\S]*?\n---\n/, '')
          .replace(/<!--[\s\S]*?-->/g, '')
          .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
        return [...listTexts(markup), ...listAttributes(markup)].map((t) => `${name}: ${t}`);
      });
    expect(found).toEqual([]);
    expect(listTexts('<b>{x && <i>Own text</i>}</b>')).toContain('Own text');
  });
});

function listTexts(markup: string): string[] {
  const plain = dropBraces(markup)
    .replace(/<(?:[^<>"]|"[^"]*")*>/g, '\n')
    .split('\n');
  const nested = [...markup.matchAll(/(?<!=)>([^<>{}()=;]+)</g)].map((m) => m[1]!);
  return [...plain, ...nested].map((t) => t.trim()).filter((t) => /\p{L}{2}/u.test(t.replace(/&\w+;/g, '')));
}

function listAttributes(markup: string): string[] {
  return [...markup.matchAll(/\b(?:aria-label|title|alt|placeholder)="([^"{]*\p{L}[^"{]*)"/gu)].map((m) => m[1]!);
}

/** Code within `{…}` is left out, markup within it is kept. */
function dropBraces(markup: string): string {
  let depth = 0;
  let out = '';
  for (const char of markup) {
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (depth === 0) out += char;
  }
  return out;
}

describe('translate', () => {
  test('plurals in both languages, with their digits', () => {
    expect([0, 1, 2, 1200].map((count) => translate('en', 'list.works', { count }))).toEqual([
      'no works',
      '1 work',
      '2 works',
      '1,200 works',
    ]);
    expect([0, 1, 2].map((count) => translate('fa', 'list.works', { count }))).toEqual([
      'هیچ نوشته‌ای نیست',
      '۱ نوشته',
      '۲ نوشته',
    ]);
  });

  test('values are put in as they are: pages escape them', () => {
    expect(translate('en', 'facing.title', { title: '<b> & {{x}}' })).toContain('<b> & {{x}}');
  });

  test('every text comes out whole', () => {
    const values = Object.fromEntries(
      keys.flatMap((key) => [...read(en, key).matchAll(/{{(\w+)}}/g)].map((m) => [m[1]!, 'x'])),
    );
    for (const lang of langs)
      for (const key of bare) {
        const counted = keys.includes(`${key}_other`);
        const text = translate(lang, key, counted ? { ...values, count: 3 } : values);
        expect(text, key).not.toMatch(/{{|^$/);
        expect(text).not.toBe(key);
      }
  });
});
