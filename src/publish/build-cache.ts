import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { digest } from '../works/digest.ts';
import type { WorkFacts } from '../works/facts.ts';
import type { FactsStore } from '../works/publication.ts';

/** One file of an earlier build, by which its copy here is known to be whole and untouched. */
interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
}

/** What one key stands for: files of the site, path below `dist/` → stamp. The first is the page itself. */
type Kept = Readonly<Record<string, Stamp>>;

interface CacheIndex {
  readonly version: string;
  readonly facts: Record<string, WorkFacts>;
  readonly kept: Record<string, Kept>;
}

/**
 * What a build keeps for the next one: the facts of each work, and the files of the site under keys of all that they
 * show. Files are hard links of those in `dist/`. A file whose size or time differs from what was noted (changed by
 * hand, half written by a build that was killed) counts as missing; an index of another version counts as none.
 */
export interface BuildCache {
  readonly facts: FactsStore;
  /** Whether `restore` would find the files of a key, as far as the index says. */
  readonly has: (key: string) => boolean;
  /** Puts the files kept under a key into `folder`. False when there are none, or not all of them are whole. */
  readonly restore: (key: string, folder: string) => boolean;
  /** Keeps files (paths below `folder`) under a key. */
  readonly keep: (key: string, folder: string, paths: readonly string[]) => void;
  /** Paths below `dist/` of all files that this build has put in place or kept. */
  readonly listPaths: () => string[];
  /** Writes the index, and drops what this build used neither from the last one nor anew. */
  readonly save: () => void;
}

/** Links a file, or copies it where the file system takes no link. */
function place(from: string, to: string, makeFolder = true): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EXDEV' || code === 'EPERM' || code === 'EMLINK' || code === 'ENOTSUP') copyFileSync(from, to);
    else if (code === 'ENOENT' && makeFolder) {
      mkdirSync(dirname(to), { recursive: true });
      place(from, to, false);
    } else if (code !== 'EEXIST') throw error;
  }
}

function readStamp(path: string): Stamp | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? { size: stat.size, mtimeMs: stat.mtimeMs } : null;
}

const isSame = (a: Stamp | null, b: Stamp): boolean => a !== null && a.size === b.size && a.mtimeMs === b.mtimeMs;

function readIndex(path: string, version: string): CacheIndex {
  try {
    const index = JSON.parse(readFileSync(path, 'utf8')) as CacheIndex;
    if (index.version === version) return index;
  } catch {
    // None yet, or cut short: start anew.
  }
  return { version, facts: {}, kept: {} };
}

/**
 * Opens the cache of earlier builds.
 * @param version digest of the code and settings that made it
 */
export function openBuildCache(folder: string, version: string): BuildCache {
  const indexPath = join(folder, 'index.json');
  const last = readIndex(indexPath, version);
  const next: CacheIndex = { version, facts: {}, kept: {} };
  const fileOf = (key: string, path: string) => join(folder, 'files', key.slice(0, 2), `${key}-${digest(path)}`);
  return {
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
    has: (key) => key in last.kept,
    restore(key, target) {
      const kept = last.kept[key];
      if (!kept) return false;
      const paths = Object.keys(kept);
      if (!paths.every((path) => isSame(readStamp(fileOf(key, path)), kept[path]!))) return false;
      for (const path of paths) place(fileOf(key, path), join(target, path));
      next.kept[key] = kept;
      return true;
    },
    keep(key, source, paths) {
      const kept: Record<string, Stamp> = {};
      for (const path of paths) {
        const copy = fileOf(key, path);
        rmSync(copy, { force: true });
        place(join(source, path), copy);
        kept[path] = readStamp(copy)!;
      }
      next.kept[key] = kept;
    },
    listPaths: () => Object.values(next.kept).flatMap((kept) => Object.keys(kept)),
    save() {
      mkdirSync(join(folder, 'files'), { recursive: true });
      const draft = `${indexPath}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(next));
      renameSync(draft, indexPath);
      const used = new Set(Object.keys(next.kept));
      const files = join(folder, 'files');
      for (const group of readdirSync(files, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
        for (const name of readdirSync(join(files, group.name)))
          if (!used.has(name.slice(0, name.indexOf('-')))) rmSync(join(files, group.name, name), { force: true });
    },
  };
}
