import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOldest } from './browser-support.ts';
import type { Lack } from './lack.ts';
import { listBrowserScripts, listScriptLacks } from './script-support.ts';
import { listStyleLacks } from './style-support.ts';

/** With what readers get without it. */
const askedFor: Readonly<Record<string, string>> = {
  'api.KeyboardEvent.repeat': 'a held key repeats',
  'api.KeyboardEvent.isComposing': 'keys of an input method are not told apart',
  'api.IdleDeadline': 'nothing is laid out ahead',
  'api.IdleDeadline.timeRemaining': 'nothing is laid out ahead',
  'api.Window.requestIdleCallback': 'nothing is laid out ahead',
  'api.HTMLElement.popover': 'the page closes notes and menus itself',
  'api.HTMLElement.showPopover': 'the page closes notes and menus itself',
  'api.ToggleEvent': 'the page closes notes and menus itself',
  'api.ToggleEvent.newState': 'the page closes notes and menus itself',
  'api.Highlight': 'words that were searched for are not marked',
  'api.Clipboard.write': 'HTML is copied as its source',
  'api.ClipboardItem': 'HTML is copied as its source',
  'api.Navigator.share': 'the menu does not offer it',
};

/** Browsers leave these out where they do not know them; with what readers get without it. */
const leftOut: Readonly<Record<string, string>> = {
  'css.properties.hanging-punctuation': 'quotation marks are in line with the text',
  'css.properties.hanging-punctuation.first': 'quotation marks are in line with the text',
  'css.properties.text-wrap': 'lines break as they come',
  'css.properties.text-wrap.pretty': 'lines break as they come',
  'css.properties.text-wrap.balance': 'lines break as they come',
  'css.properties.cursor.pointer': 'phones have no pointer',
  'css.properties.cursor.zoom-in': 'phones have no pointer',
  'css.properties.cursor.zoom-out': 'phones have no pointer',
  'css.properties.cursor.col-resize': 'phones have no pointer',
  'css.selectors.selection': 'what is selected has the system’s colours',
  'css.selectors.marker': 'the numbers of lists have the colour of the text',
  'css.properties.view-transition-name': 'pages change without a transition',
  'css.properties.view-transition-name.none': 'pages change without a transition',
  'css.selectors.view-transition-group': 'pages change without a transition',
  'css.selectors.view-transition-old': 'pages change without a transition',
  'css.selectors.has': 'pictures are level with the first line; some columns are of one width',
  'css.at-rules.media.scripting': 'the controls of the facing page push it down when they come',
  'css.properties.user-select': 'esbuild writes the prefixed property beside it',
  'css.selectors.dir': 'there is no bar of progress to turn around',
  'css.at-rules.page': 'paper has the margins of the print dialog',
  'css.properties.break-after.avoid': 'a heading may be at the foot of a printed page',
  'css.selectors.highlight': 'words that were searched for are not marked',
  'css.properties.container-type': 'the size of verse follows the window, not the column',
  'css.properties.container-type.inline-size': 'the size of verse follows the window, not the column',
  'css.properties.forced-color-adjust': 'there are no forced colours',
  'css.properties.forced-color-adjust.none': 'there are no forced colours',
};

const describeLacks = (lacks: readonly Lack[], known: Readonly<Record<string, string>> = {}) =>
  lacks
    .filter(({ feature }) => !Object.hasOwn(known, feature))
    .map(({ place, feature, browsers }) => `${place}: ${feature} is missing in ${browsers.join(', ')}`);

const listUnused = (lacks: readonly Lack[], known: Readonly<Record<string, string>>) =>
  Object.keys(known).filter((feature) => !lacks.some((lack) => lack.feature === feature));

test('scripts use nothing that a supported browser lacks, unless they ask for it first', async () => {
  const scripts = await listBrowserScripts();
  // What scripts of the browser import is read like them.
  expect(scripts).toEqual(expect.arrayContaining(['src/client/reader.ts', 'src/search/query.ts', 'src/locales.ts']));
  const lacks = listScriptLacks(scripts);
  expect(describeLacks(lacks, askedFor)).toEqual([]);
  expect(listUnused(lacks, askedFor)).toEqual([]);
});

test('styles use nothing that a supported browser lacks and readers would miss', () => {
  const lacks = listStyleLacks('src/styles');
  expect(describeLacks(lacks, leftOut)).toEqual([]);
  expect(listUnused(lacks, leftOut)).toEqual([]);
});

test('the bundler is told of the same browsers', async () => {
  const source = await readFile('src/assets/assets.ts', 'utf8');
  const targets = /target: \[([^\]]*)\]/.exec(source)![1]!.match(/(?:chrome|firefox|safari)[\d.]+/g);
  const oldest = readOldest();
  expect(targets).toEqual(['chrome', 'firefox', 'safari'].map((name) => name + oldest.get(name as 'chrome')));
  expect(oldest.get('edge')).toBe(oldest.get('chrome'));
  expect(oldest.get('ios_saf')).toBe(oldest.get('safari'));
});

test('what is missing is found by what it is called on, in scripts and in styles', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'beyt-support-'));
  try {
    const script = [
      'export const one = new Map<string, number>().values().some((value) => value > 1);',
      'export const two = [3, 1].toSorted();',
      'export const three = [3, 1].some((value) => value > 1);',
      "document.addEventListener('scroll', () => document.body.getHTML());",
    ];
    const style = ['p { color: light-dark(red, blue); color: red; }', 'p:has(a) { text-wrap: pretty; }', '@layer a {}'];
    await writeFile(join(folder, 'a.ts'), script.join('\n'));
    await writeFile(join(folder, 'a.css'), style.join('\n'));
    const placeless = (lacks: readonly Lack[]) =>
      lacks.map(({ place, feature }) => `${place.slice(place.lastIndexOf(':') + 1)} ${feature}`);
    expect(placeless(listScriptLacks([join(folder, 'a.ts')]))).toEqual([
      '1 javascript.builtins.Iterator.some',
      '2 javascript.builtins.Array.toSorted',
      '4 api.Element.getHTML',
    ]);
    expect(placeless(listStyleLacks(folder))).toEqual([
      '1 css.types.color.light-dark',
      '2 css.selectors.has',
      '2 css.properties.text-wrap',
      '2 css.properties.text-wrap.pretty',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
