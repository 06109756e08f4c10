import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest } from '../base/digest.ts';
import { replaceFile } from '../base/write-files.ts';
import type { PictureForm } from '../pictures/picture.ts';
import type { PageFacts } from '../renderer/finish-html.ts';
import type { WorkFacts } from '../works/facts.ts';
import type { FactsStore } from '../works/publication.ts';
import { describeBytes, type FileEntry } from './copies/manifest.ts';

/** The time shows that the copy is untouched. */
interface Stamp extends FileEntry {
  readonly mtimeMs: number;
}

/** Path below `dist/` → stamp. The first is the page itself. */
export type Kept = Readonly<Record<string, Stamp>>;

export interface PageNotes {
  readonly forms?: readonly PictureForm[];
  readonly facts?: PageFacts | undefined;
}

interface CacheIndex {
  readonly version: string;
  readonly facts: Record<string, WorkFacts>;
  readonly kept: Record<string, Kept>;
  readonly pictures: Record<string, readonly string[]>;
  readonly forms: Record<string, PictureForm>;
  /** Path below `dist/` of a file that is kept elsewhere → what it was. */
  readonly stamps: Record<string, Stamp>;
  readonly pages: Record<string, PageFacts>;
}

const emptyIndex = (version: string): CacheIndex => ({
  version,
  facts: {},
  kept: {},
  pictures: {},
  forms: {},
  stamps: {},
  pages: {},
});

/** Hard links of files in `dist/`. Another size or time counts as missing; an index of another version as none. */
export interface BuildCache {
  readonly folder: string;
  readonly isEmpty: boolean;
  readonly facts: FactsStore;
  readonly retain: (keys: readonly string[]) => boolean;
  /** False, and nothing done, when not all files are there and whole. */
  readonly restore: (keys: readonly string[], folder: string) => boolean;
  readonly note: (key: string, kept: Kept, notes?: PageNotes) => void;
  readonly factsOf: (key: string) => PageFacts | undefined;
  readonly listForms: () => PictureForm[];
  /** So that the file is read only once. @param path below `dist/` */
  readonly noteFile: (path: string, kept: string) => void;
  /** Path below `dist/` → entry, of this build's files. */
  readonly listFiles: () => ReadonlyMap<string, FileEntry>;
  readonly save: () => void;
}

const leave = () => {};
const replace = (from: string, to: string) => {
  rmSync(to, { force: true });
  place(from, to, leave);
};

/** Copies where the file system takes no link. */
function place(from: string, to: string, onPresent: (from: string, to: string) => void): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') onPresent(from, to);
    else if (code === 'EXDEV' || code === 'EPERM' || code === 'EMLINK' || code === 'ENOTSUP') copyFileSync(from, to);
    else if (code === 'ENOENT' && existsSync(from)) {
      // Another thread may have made the folder by now.
      mkdirSync(dirname(to), { recursive: true });
      place(from, to, onPresent);
    } else throw error;
  }
}

export function placeFile(from: string, to: string): void {
  place(from, to, leave);
}

function isUntouched(path: string, { bytes, mtimeMs }: Stamp): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.size === bytes && stat.mtimeMs === mtimeMs;
}

/** Without `join`, which takes longer than the rest where thousands of pages are kept. */
const fileOf = (cacheDir: string, key: string, path: string) =>
  `${cacheDir}/files/${key.slice(0, 2)}/${key}-${digest(path)}`;

/** Keeps files of a site under a key; any thread may. @param folder the site's @param files path below it → entry */
export function keepFiles(
  cacheDir: string,
  key: string,
  folder: string,
  files: Iterable<readonly [path: string, entry: FileEntry]>,
): Kept {
  const kept: Record<string, Stamp> = {};
  for (const [path, { sha256, bytes }] of files) {
    const copy = fileOf(cacheDir, key, path);
    place(join(folder, path), copy, replace);
    kept[path] = { sha256, bytes, mtimeMs: statSync(copy).mtimeMs };
  }
  return kept;
}

function readIndex(path: string, version: string): CacheIndex {
  try {
    const index = JSON.parse(readFileSync(path, 'utf8')) as CacheIndex;
    if (index.version === version) return index;
  } catch {
    // None yet, or cut short.
  }
  return emptyIndex(version);
}

export function openBuildCache(cacheDir: string, version: string): BuildCache {
  const indexPath = join(cacheDir, 'index.json');
  const hadFiles = existsSync(join(cacheDir, 'files'));
  const last = readIndex(indexPath, version);
  const next = emptyIndex(version);
  const isWhole = (key: string): boolean => {
    const kept = last.kept[key];
    return !!kept && Object.keys(kept).every((path) => isUntouched(fileOf(cacheDir, key, path), kept[path]!));
  };
  const retain = (keys: readonly string[]): boolean => {
    if (!keys.every(isWhole)) return false;
    for (const key of keys) {
      next.kept[key] = last.kept[key]!;
      const [paths, facts] = [last.pictures[key], last.pages[key]];
      if (facts) next.pages[key] = facts;
      if (!paths) continue;
      next.pictures[key] = paths;
      for (const path of paths) next.forms[path] = last.forms[path]!;
    }
    return true;
  };
  return {
    folder: cacheDir,
    isEmpty: Object.keys(last.kept).length === 0,
    facts: {
      get(key) {
        const facts = next.facts[key] ?? last.facts[key];
        if (facts) next.facts[key] = facts;
        return facts;
      },
      set(key, facts) {
        next.facts[key] = facts;
      },
    },
    retain,
    restore(keys, folder) {
      if (!retain(keys)) return false;
      for (const key of keys)
        for (const path of Object.keys(last.kept[key]!)) place(fileOf(cacheDir, key, path), `${folder}/${path}`, leave);
      return true;
    },
    note(key, kept, { forms = [], facts } = {}) {
      next.kept[key] = kept;
      if (facts) next.pages[key] = facts;
      if (forms.length === 0) return;
      next.pictures[key] = forms.map(({ path }) => path);
      for (const form of forms) next.forms[form.path] = form;
    },
    factsOf: (key) => next.pages[key],
    listForms: () => Object.values(next.forms),
    noteFile(path, kept) {
      const known = last.stamps[path];
      next.stamps[path] =
        known && isUntouched(kept, known)
          ? known
          : { ...describeBytes(readFileSync(kept)), mtimeMs: statSync(kept).mtimeMs };
    },
    listFiles: () => new Map([next.stamps, ...Object.values(next.kept)].flatMap((files) => Object.entries(files))),
    save() {
      mkdirSync(join(cacheDir, 'files'), { recursive: true });
      replaceFile(indexPath, JSON.stringify(next));
      if (!hadFiles) return;
      const used = new Set(Object.keys(next.kept));
      const files = join(cacheDir, 'files');
      for (const group of readdirSync(files, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
        for (const name of readdirSync(join(files, group.name)))
          if (!used.has(name.slice(0, name.indexOf('-')))) rmSync(join(files, group.name, name), { force: true });
    },
  };
}
