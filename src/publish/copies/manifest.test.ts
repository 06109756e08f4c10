import { expect, test } from 'vitest';
import { formatManifest, type Manifest, parseManifest } from './manifest.ts';

const sha256 = 'a'.repeat(64);
const manifest: Manifest = {
  version: 1,
  commit: 'b'.repeat(40),
  modified: true,
  files: new Map([
    ['fa/گاه‌شمار.html', { sha256, bytes: 2 }],
    ['404.html', { sha256, bytes: 1 }],
  ]),
};

test('a manifest is read as it was written, one file per line, whatever order it came in', () => {
  const text = formatManifest(manifest);
  expect(parseManifest(text)).toEqual(manifest);
  expect(formatManifest({ ...manifest, files: new Map([...manifest.files].reverse()) })).toBe(text);
  expect(text.split('\n')[1]).toBe(`"404.html":{"sha256":"${sha256}","bytes":1},`);
});

test.each(['../up', '/etc/passwd', 'a/../../b', 'a//b', 'C:/x', 'a\\b', '', '.', 'a/./b', '//host/x'])(
  'a manifest that names %j is refused',
  (path) => {
    const text = `{"version":1,"commit":null,"files":{${JSON.stringify(path)}:{"sha256":"${sha256}","bytes":1}}}`;
    expect(() => parseManifest(text)).toThrow(/outside the site/);
  },
);

test.each([
  '[]',
  '{"version":2,"files":{}}',
  '{"version":1}',
  '{"version":1,"commit":"; rm","files":{}}',
  '{"version":1,"files":{"a":{"sha256":"x","bytes":1}}}',
  '{"version":1,"files":{"a":null}}',
])('a manifest of another form is refused: %s', (text) => expect(() => parseManifest(text)).toThrow(/manifest\.json/));

test('a path named as a property of every object is a path like any other', () => {
  const files = new Map([['__proto__', { sha256, bytes: 1 }]]);
  expect(parseManifest(formatManifest({ ...manifest, files })).files.get('__proto__')).toEqual({ sha256, bytes: 1 });
});
