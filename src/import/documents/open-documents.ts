import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { Root } from 'hast';
import { createFinding, type Finding } from '../../errors.ts';
import type { Lang } from '../../markdown/block.ts';
import type { Incoming } from '../incoming.ts';
import { isBlank, listElements, readText } from '../markdown/hast-kit.ts';
import { guessLanguage, repairLine, startRepairs } from '../markdown/repair-text.ts';
import type { Source } from '../source.ts';
import { readNewestDay } from '../source-day.ts';
import type { DocumentKind } from '../source-kinds.ts';
import { readUploadPath } from '../write/media-store.ts';
import { isTitle, readDocument } from './read-document.ts';
import { splitLanguages } from './split-languages.ts';

/** A first paragraph of so many characters may be the title. */
const LONGEST_TITLE = 160;

/**
 * Reads documents: one file in one language or in both, or two files that are each other's translation.
 */
export async function openDocuments(kind: DocumentKind, files: readonly string[]): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-documents-'));
  const findings: Finding[] = [];
  const parts: { file: string; lang: Lang; tree: Root; named: string }[] = [];
  const uploads: string[] = [];
  for (const [index, file] of files.entries()) {
    const unpacked = join(folder, String(index));
    mkdirSync(unpacked);
    try {
      const read = await readDocument(kind, file, unpacked);
      uploads.push(read.uploads);
      for (const [lang, tree] of splitLanguages(read.tree)) parts.push({ file, lang, tree, named: read.title });
      findings.push(...read.notes.map((reason) => createFinding('ImportDocumentNote', { file }, { reason })));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
      findings.push(createFinding('ImportDocumentUnreadable', { file }, { reason: (error as Error).message }));
    }
  }
  const isPair = parts.length === 2 && parts[0]!.lang !== parts[1]!.lang;
  const texts = parts.map(({ file, lang, tree, named }): Incoming => {
    const isNamed = guessLanguage(named) === lang;
    const { title, rest } = takeTitle(tree, isNamed ? named : basename(file, extname(file)).replace(/[-_.]+/g, ' '));
    const key = `${kind}:${basename(file)}:${lang}`;
    return {
      key,
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
      group: isPair ? { by: 'the documents given together', id: 'documents' } : undefined,
      readTree: () => structuredClone(rest),
    };
  });
  return {
    name: files.join(', '),
    day: readNewestDay(files),
    uploads,
    texts,
    mustHaveText: files,
    people: () => [],
    topics: () => [],
    sections: () => [],
    // A document has no site of its own: every address leads elsewhere.
    findPlace: () => ({ kind: 'outside' }),
    findUpload: (address) =>
      readUploadPath(address) ??
      (/^(?:[a-z]+:|\/|#)/i.test(address) ? undefined : decodeURI(address).replace(/^\.\//, '')),
    describeMedia: () => '',
    takeNotes: () => [],
    findings,
    leftOut: {},
    lists: () => [],
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A document's title, which is its first heading or a short first line, and the text without it. */
function takeTitle(tree: Root, name: string): { title: string; rest: Root } {
  const children = tree.children.filter(
    (child) => !isBlank(child) || (child.type === 'element' && child.tagName === 'style'),
  );
  const at = children.findIndex((child) => !(child.type === 'element' && child.tagName === 'style'));
  const first = children[at];
  const text = first ? readText(first) : '';
  const isPlain =
    first?.type === 'element' && ![...listElements(first)].some(({ tagName }) => /^(?:a|sup|img)$/.test(tagName));
  const isLine =
    isPlain && text !== '' && text.length <= LONGEST_TITLE && !/[.!?؟:]$/.test(text) && children.length > at + 1;
  if (!first || !(isLine || (isTitle(first) && children.length > at + 1)))
    return { title: name, rest: { type: 'root', children } };
  return { title: text, rest: { type: 'root', children: children.filter((child) => child !== first) } };
}
