import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';

export interface OwnProject {
  readonly root: string;
  readonly write: (path: string, text: string) => void;
  readonly close: () => void;
}

/** Below a folder that this clone's newsroom has added to `src/pages/`. */
function isAdded(file: string): boolean {
  const [first = ''] = relative('src/pages', file).split(sep);
  return !/^(?:|\.\.|\[lang\]|both|.+\.(?:astro|ts))$/.test(first);
}

/** Without its content and its own pages. */
export function openOwnProject(content: string): OwnProject {
  const root = mkdtempSync(join(tmpdir(), 'beyt-own-'));
  for (const path of ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(path, join(root, path), { recursive: true, filter: (file) => !isAdded(file) });
  const settings = readFileSync('tests/support/beyt.config.ts', 'utf8');
  writeFileSync(join(root, 'beyt.config.ts'), settings.replace('../../src/', './src/'));
  cpSync('tests/support/public', join(root, 'public'), { recursive: true });
  cpSync(content, join(root, 'content'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  return {
    root,
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
