import { expect, test } from 'vitest';
import type { Unit, UnitState } from '../alignment/unit.ts';
import { openMarked } from '../markdown/open-html.ts';
import { type StampPage, stampUnits } from './stamp.ts';

const unit = (id: string, state: UnitState = 'fresh', aliases: string[] = []): Unit => ({
  id,
  en: [0],
  fa: [0],
  confidence: 1,
  by: 'auto',
  state,
  aliases,
});
const page = (over: Partial<StampPage> = {}): StampPage => ({
  units: [unit('aa'), unit('aa'), unit('bb', 'stale', ['old'])],
  first: new Set([0, 2]),
  ids: () => true,
  label: () => null,
  twin: (u) => (u.id === 'aa' ? '../fa/x.html#aa' : null),
  twinAttributes: 'class="twin"',
  note: (u) => (u.state === 'stale' ? ' <a class="stale">!</a>' : ''),
  link: (index) => `link-${index}.html`,
  image: (index, attributes) => `<img data-image="${index}" ${attributes}>`,
  ...over,
});

test('the first block of a unit has its id, every block its unit, and one link to the twin', () => {
  const html = openMarked('<p data-b="0">a<b-t n="0"></b-t></p><p class="x" data-b="1">b<b-t n="1"></b-t></p>');
  const twin = ' <a class="twin" href="../fa/x.html#aa"></a>';
  expect(stampUnits(html, page())).toBe(
    `<p data-unit="aa" id="aa">a${twin}</p><p class="x" data-unit="aa">b${twin}</p>`,
  );
});

test('states, notes and the ids that a unit took over', () => {
  const html = openMarked('<p data-b="2">c<b-t n="2"></b-t></p>');
  const alias = '<span class="alias" id="old"></span>';
  expect(stampUnits(html, page())).toBe(
    `<p data-unit="bb" id="bb" data-unit-state="stale">c${alias} <a class="stale">!</a></p>`,
  );
  expect(stampUnits(html, page({ ids: () => false }))).not.toContain('id=');
});

test('a block without words keeps the ids that its unit took over, and has no link', () => {
  const html = openMarked('<pre data-b="2"><code>c</code><b-t n="2" bare=""></b-t></pre>');
  expect(stampUnits(html, page({ twin: () => 'x' }))).toBe(
    '<pre data-unit="bb" id="bb" data-unit-state="stale"><code>c</code><span class="alias" id="old"></span></pre>',
  );
});

test('links, as an attribute holds them, and images', () => {
  const html = openMarked('<a href="beyt:3">x</a><img src="beyt:1" alt="a">');
  const link = (index: number) => `link-${index}.html?a&b`;
  expect(stampUnits(html, page({ link }))).toBe('<a href="link-3.html?a&amp;b">x</a><img data-image="1" alt="a">');
});

test('a heading is named by its own words', () => {
  const html = openMarked('<h2 data-b="0">A</h2>');
  expect(stampUnits(html, page({ label: () => 'A & "b"' }))).toContain(' aria-label="A &amp; &quot;b&quot;"');
});
