import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { digestFile } from '../../base/digest-file.ts';
import { imageFile } from '../../content/file-kinds.ts';
import { findMediaFault } from '../../pictures/media-fault.ts';
import { findPictureDamage } from '../../pictures/picture-fault.ts';
import { decodeSlug } from '../decode-slug.ts';
import type { ManifestEntry } from './manifest.ts';

const SHOWN = /\.(?:png|jpe?g|webp|avif|gif|svg|mp3|m4a|ogg|oga|opus|wav|mp4|m4v|webm|ogv|vtt)$/i;

export interface StoredFile {
  readonly from: string;
  /** Shown files: below the content folder; files to download: below `public/`. */
  readonly to: string;
}

export interface MediaStore {
  /** Undefined where no page can show the file. @param own folders of this text alone, looked into first */
  readonly find: (
    path: string,
    use: 'shown' | 'linked',
    own?: readonly string[],
  ) => StoredFile | { readonly fault: string } | undefined;
  /** Of what was found since the last time. @returns whether something is not what its name says */
  readonly inspect: () => Promise<boolean>;
  /** Also notes the files in the manifest. @returns how many files were copied */
  readonly copyAll: () => number;
  readonly count: () => number;
}

export function readUploadPath(address: string): string | undefined {
  const match =
    /\/wp-content\/uploads\/(?:sites\/\d+\/)?([^?#]+)/.exec(address) ??
    /\/\/[^/]+\.files\.wordpress\.com\/([^?#]+)/.exec(address) ??
    /^\/?uploads\/([^?#]+)/.exec(address);
  const path = match ? decodeSlug(match[1]!) : undefined;
  return path?.split('/').includes('..') ? undefined : path;
}

/** WordPress makes several sizes of a picture. */
export const stripSize = (path: string): string =>
  path.replace(/-\d{2,4}x\d{2,4}(?=\.\w+$)/, '').replace(/-scaled(?=\.\w+$)/, '');

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function lookUp(path: string, folders: readonly string[]): { folder: string; name: string } | undefined {
  const plain = stripSize(path);
  const names = [...new Set([plain, plain.replace(/(?=\.\w+$)/, '-scaled'), path])];
  for (const folder of folders)
    for (const name of names)
      for (const form of ['NFC', 'NFD'] as const)
        if (isFile(join(folder, name.normalize(form)))) return { folder, name: name.normalize(form) };
  return undefined;
}

interface Found {
  readonly source: string;
  readonly target: string;
  readonly to: string;
}

/** Two files that want one name get two. @param uploads in the order of looking @param manifest gets what is copied */
export function openMediaStore(
  uploads: readonly string[],
  { contentDir, publicDir }: { readonly contentDir: string; readonly publicDir: string },
  manifest: Map<string, ManifestEntry>,
): MediaStore {
  const sources = new Map<string, ReturnType<typeof lookUp>>();
  const digests = new Map<string, string>();
  const digestOf = (file: string): string => {
    const known = digests.get(file) ?? digestFile(file);
    digests.set(file, known);
    return known;
  };
  const found = new Map<string, Found>();
  const toEntry = (target: string) => {
    const file = relative(contentDir, target).split(sep).join('/');
    return { key: `upload:${file}`, file };
  };
  /** Free, or this file's already, perhaps made smaller by somebody since. */
  const isFree = (source: string, target: string): boolean => {
    const other = found.get(target);
    if (other) return other.source === source || digestOf(other.source) === digestOf(source);
    if (!existsSync(target)) return true;
    const copied = manifest.get(toEntry(target).key);
    return (copied?.digest ?? digestOf(target)) === digestOf(source);
  };
  const place = (source: string, wished: string, root: string): Found => {
    for (let n = 1; ; n++) {
      const to = n === 1 ? wished : wished.replace(/(?=\.\w+$)/, `-${n}`);
      const target = join(root, to);
      if (isFree(source, target)) return { source, target, to };
    }
  };
  const placed = new Map<string, Found>();
  /** Not looked into yet; looked into; why some cannot be shown. */
  const fresh = new Set<Found>();
  const inspected = new Set<string>();
  const faults = new Map<string, string>();
  return {
    find: (path, use, own = []) => {
      const asked = [...own, path].join('\n');
      if (!sources.has(asked)) sources.set(asked, lookUp(path, [...own, ...uploads]));
      const file = sources.get(asked);
      if (!file || (use === 'shown' && !SHOWN.test(file.name))) return undefined;
      const source = join(file.folder, file.name);
      const fault = faults.get(source);
      if (use === 'shown' && fault !== undefined) return { fault };
      const root = use === 'shown' ? contentDir : publicDir;
      const parts = file.name.normalize('NFC').split('/');
      const clean = posix.join(...parts.filter((part) => part !== '..')).replace(/[<>:"|?*\\%#\p{Cc}\s]/gu, '-');
      const known = placed.get(`${root}\n${source}`);
      const one = known ?? place(source, posix.join('uploads', clean), root);
      placed.set(`${root}\n${source}`, one);
      found.set(one.target, one);
      if (use === 'shown' && !inspected.has(source)) fresh.add(one);
      return { from: file.name, to: one.to };
    },
    inspect: async () => {
      const before = faults.size;
      for (const one of fresh) {
        inspected.add(one.source);
        const fault = await (imageFile.test(one.source) ? findPictureDamage(one.source) : findMediaFault(one.source));
        if (fault === undefined) continue;
        faults.set(one.source, fault);
        found.delete(one.target);
      }
      fresh.clear();
      return faults.size > before;
    },
    copyAll: () => {
      let copied = 0;
      for (const { source, target } of found.values()) {
        const entry = toEntry(target);
        manifest.set(entry.key, { ...entry, digest: digestOf(source) });
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
