import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { decodeSlug } from '../wordpress/wxr.ts';

const SHOWN = /\.(?:png|jpe?g|webp|avif|gif|svg|mp3|m4a|ogg|oga|opus|wav|mp4|m4v|webm|ogv|vtt)$/i;

/** A file of the old site, and where it goes. */
export interface StoredFile {
  /** Path in the uploads, as they have it. */
  readonly from: string;
  /** For files that a page shows, below the content folder; for those to download, below `public/`. */
  readonly to: string;
}

export interface MediaStore {
  /** Where a file goes; undefined where the uploads do not have it or no page can show it. */
  readonly find: (path: string, use: 'shown' | 'linked') => StoredFile | undefined;
  /** Copies what was found and is not there yet. @returns how many files were copied */
  readonly copyAll: () => number;
  readonly count: () => number;
}

/** Path of an upload in an address; undefined where it is none. */
export function readUploadPath(address: string): string | undefined {
  const match =
    /\/wp-content\/uploads\/(?:sites\/\d+\/)?([^?#]+)/.exec(address) ??
    /\/\/[^/]+\.files\.wordpress\.com\/([^?#]+)/.exec(address) ??
    /^\/?uploads\/([^?#]+)/.exec(address);
  const path = match ? decodeSlug(match[1]!) : undefined;
  return path?.split('/').includes('..') ? undefined : path;
}

/** The picture behind one of the sizes that WordPress makes of it. */
export const stripSize = (path: string): string =>
  path.replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, '').replace(/-scaled(?=\.\w+$)/, '');

/**
 * Finds uploads on disk, the largest size of each picture first.
 * @param uploads folders like `wp-content/uploads`; those given first are looked into first
 */
export function openMediaStore(uploads: readonly string[], contentDir: string, publicDir: string): MediaStore {
  const found = new Map<string, { source: string; target: string }>();
  const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
  const lookUp = (path: string): { folder: string; name: string } | undefined => {
    const plain = stripSize(path);
    const names = [...new Set([plain, plain.replace(/(?=\.\w+$)/, '-scaled'), path])];
    for (const folder of uploads)
      for (const name of names)
        for (const form of ['NFC', 'NFD'] as const)
          if (isFile(join(folder, name.normalize(form)))) return { folder, name: name.normalize(form) };
    return undefined;
  };
  const known = new Map<string, ReturnType<typeof lookUp>>();
  return {
    find: (path, use) => {
      if (!known.has(path)) known.set(path, lookUp(path));
      const file = known.get(path);
      if (!file || (use === 'shown' && !SHOWN.test(file.name))) return undefined;
      const clean = file.name.normalize('NFC').replace(/[<>:"|?*\\%#\p{Cc}\s]/gu, '-');
      const to = posix.join('uploads', clean);
      const target = join(use === 'shown' ? contentDir : publicDir, to);
      found.set(target, { source: join(file.folder, file.name), target });
      return { from: file.name, to };
    },
    copyAll: () => {
      let copied = 0;
      for (const { source, target } of found.values()) {
        if (existsSync(target)) continue;
        mkdirSync(dirname(target), { recursive: true });
        copyFileSync(source, target);
        copied++;
      }
      return copied;
    },
    count: () => found.size,
  };
}
