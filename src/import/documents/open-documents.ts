import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Root } from 'hast';
import { createFinding, type Finding } from '../../errors.ts';
import type { Lang } from '../../markdown/block.ts';
import { decodeSlug } from '../decode-slug.ts';
import type { Incoming } from '../incoming.ts';
import { guessLanguage, repairLine, startRepairs } from '../markdown/repair-text.ts';
import type { Source, SourcePlace } from '../source.ts';
import { readNewestDay } from '../source-day.ts';
import { makeKey, numberKey } from '../source-key.ts';
import type { DocumentKind } from '../source-kinds.ts';
import { readUploadPath } from '../write/media-store.ts';
import { readDocument } from './read-document.ts';
import { splitLanguages } from './split-languages.ts';
import { takeTitle } from './take-title.ts';

/** One file in one language or in both, or two files that are each other's translation. */
export async function openDocuments(kind: DocumentKind, files: readonly string[]): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-documents-'));
  const findings: Finding[] = [];
  const parts: Part[] = [];
  const counts = new Map<string, number>();
  for (const [index, file] of files.entries()) {
    const unpacked = join(folder, String(index));
    mkdirSync(unpacked);
    try {
      const read = await readDocument(kind, file, unpacked);
      for (const [lang, tree] of splitLanguages(read.tree)) {
        const plain = makeKey(kind, basename(file), lang);
        const number = (counts.get(plain) ?? 0) + 1;
        counts.set(plain, number);
        parts.push({ ...read, key: numberKey(plain, number), file, lang, tree, named: read.title });
      }
      findings.push(...read.notes.map((reason) => createFinding('ImportDocumentNote', { file }, { reason })));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
      findings.push(createFinding('ImportDocumentUnreadable', { file }, { reason: (error as Error).message }));
    }
  }
  const isPair = parts.length === 2 && parts[0]!.lang !== parts[1]!.lang;
  const isDouble = (file: string) => parts.filter((part) => part.file === file).length === 2;
  const group = (file: string) =>
    isPair
      ? { by: 'the documents given together', id: 'documents' }
      : isDouble(file)
        ? { by: 'the document that holds both', id: file }
        : undefined;
  const texts = parts.map(({ key, file, lang, tree, named }): Incoming => {
    const own = guessLanguage(named) === lang ? named : '';
    const { title, rest } = takeTitle(tree, own, basename(file, extname(file)).replace(/[-_.]+/g, ' '));
    return {
      key,
      keyedBy: 'file',
      place: { file, line: 1 },
      lang,
      kind: 'article',
      title: repairLine(title, lang, startRepairs()),
      slug: lang === 'en' || parts.length === 1 ? title : '',
      date: '',
      draft: false,
      authors: [],
      topics: [],
      pinned: false,
      description: '',
      aliases: [],
      group: group(file),
      readTree: () => structuredClone(rest),
    };
  });
  const partOf = new Map(parts.map((part) => [part.key, part]));
  const findPlace = createPlaces(parts);
  return {
    name: files.join(', '),
    day: readNewestDay(files),
    uploads: (key) => partOf.get(key)?.uploads ?? [],
    texts,
    mustHaveText: files,
    people: () => [],
    topics: () => [],
    sections: () => [],
    findPlace: (href, from) => findPlace(href, partOf.get(from)),
    findUpload: (address) =>
      readUploadPath(address) ?? (isRelative(address) ? decodePath(address).replace(/^\.\//, '') : undefined),
    describeMedia: () => '',
    takeNotes: () => [],
    findings,
    leftOut: {},
    lists: () => [],
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface Part {
  readonly key: string;
  readonly file: string;
  readonly lang: Lang;
  readonly tree: Root;
  readonly named: string;
  readonly address: string;
  readonly uploads: readonly string[];
}

const isRelative = (address: string) => !/^(?:[a-z][\w+.-]*:|\/\/)/i.test(address);

const decodePath = (address: string) => decodeSlug(address.replace(/[?#].*$/, ''));

const plainAddress = (address: string) =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/(?:\/index\.\w+|\/)$/, '')
    .toLowerCase();

/** Other relative links lead nowhere: a document's site does not come along. */
function createPlaces(parts: readonly Part[]) {
  const byFile = Map.groupBy(parts, ({ file }) => resolve(file));
  const byAddress = Map.groupBy(
    parts.filter(({ address }) => /^https?:/i.test(address)),
    ({ address }) => plainAddress(address),
  );
  return (href: string, from: Part | undefined): SourcePlace => {
    const found = isRelative(href)
      ? byFile.get(resolve(dirname(from?.file ?? ''), decodePath(href)))
      : byAddress.get(plainAddress(href));
    const part = found?.find(({ lang }) => lang === from?.lang) ?? found?.[0];
    if (part) return { kind: 'text', key: part.key };
    return { kind: isRelative(href) ? 'unknown' : 'outside' };
  };
}
