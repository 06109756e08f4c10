import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';

/**
 * The rooms of the source, from the foundation up: what is in one may use what is in those before it, and nothing that
 * comes after it. Types are free: they are gone when the code runs.
 */
const rooms = [
  'base',
  'errors',
  'errors.ts',
  'settings',
  'site.ts',
  'locales.ts',
  'i18n',
  'spelling',
  'content',
  'markdown',
  'alignment',
  'proofreading',
  'records',
  'works',
  'search',
  'pictures',
  'client',
  'fonts',
  'assets',
  'view',
  'components',
  'layouts',
  'pages',
  'renderer',
  'publish',
  'upkeep',
  'integration',
  'import',
  'setup',
  'cli',
];
/** Rooms with no code that imports. */
const still = ['styles'];
/** Rooms that know nothing of files, Astro or the browser. */
const pure = ['alignment', 'proofreading', 'setup', 'spelling'];

const src = import.meta.dirname;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.(?:ts|astro)$/.test(path) && !/\.test\.ts$|\/testing\/|\.d\.ts$/.test(path));
const roomOf = (path: string) => path.split('/')[0]!;

/** What a file imports for its values: paths below `src/`, and names of packages. */
function listImports(path: string): string[] {
  const text = readFileSync(join(src, path), 'utf8');
  const found = [...text.matchAll(/^\s*(?:import|export)\s+(?!type\b)(?:([^'"]*?)\s+from\s+)?'([^']+)'/gm)].flatMap(
    ([, names = '', target]) => (/^\{(?:\s*type [^,}]+,?)+\s*\}$/.test(names.trim()) ? [] : [target!]),
  );
  const late = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, target]) => target!);
  return [...found, ...late].map((target) =>
    target.startsWith('.')
      ? relative(src, join(src, dirname(path), target))
          .split(sep)
          .join('/')
      : target,
  );
}

test('every room has its place in the order', () => {
  const present = [...new Set(readdirSync(src, { withFileTypes: true }))]
    .map(({ name }) => name)
    .filter((name) => !/\.test\.ts$|^__snapshots__$|\.d\.ts$/.test(name));
  expect(present.filter((name) => !rooms.includes(name) && !still.includes(name))).toEqual([]);
  const guide = readFileSync(join(src, '../docs/architecture.md'), 'utf8');
  for (const room of [...rooms, ...still].filter((name) => !name.includes('.')))
    expect(guide, `docs/architecture.md has no row for ${room}`).toMatch(
      new RegExp(`^\\| .*\`(?:src/)?${room}/\``, 'm'),
    );
});

test('no room uses one that comes after it', () => {
  const wrong = files.flatMap((path) =>
    listImports(path)
      .filter((target) => rooms.includes(roomOf(target)) && !target.endsWith('.json'))
      .filter((target) => rooms.indexOf(roomOf(target)) > rooms.indexOf(roomOf(path)))
      .map((target) => `${path} uses ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('pure rooms touch no file and no framework', () => {
  const wrong = files
    .filter((path) => pure.includes(roomOf(path)))
    .flatMap((path) =>
      listImports(path)
        .filter((target) => /^(?:node:(?:fs|child_process|net|http|worker_threads)|astro|vite)/.test(target))
        .map((target) => `${path} uses ${target}`),
    );
  expect(wrong).toEqual([]);
});
