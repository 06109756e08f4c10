import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { digestBytes } from '../base/digest.ts';
import { listFiles } from '../base/list-files.ts';
import { createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { checkEncoding, decodeLikely } from './checks/check-encoding.ts';
import { findIgnored } from './checks/find-ignored.ts';
import { findUnfitness, isReserved } from './checks/slug-fitness.ts';
import type { Edition } from './edition.ts';
import { type Frontmatter, findTextStart, findTranslationOf, parseFrontmatter } from './frontmatter.ts';
import { findSound } from './sound.ts';

/** Names that begin with `_` or `.` are left out, folders too. */
const isEdition = (name: string) => /\.mdx?$/.test(name) && !/(?:^|\/)[._]/.test(name);

/** Lines by which an edition may import; only compiling shows whether they are code. */
const importLine = /^[ \t]*(?:import|export)\b/m;

export interface EditionFile {
  readonly lang: Lang;
  /** As `contentDir` begins it. */
  readonly path: string;
  /** As findings name it. */
  readonly file: string;
  /** Below the folder of its language, `/` between folders. */
  readonly name: string;
}

/** Of a file with mistakes. */
export interface FaultyEdition {
  readonly findings: readonly Finding[];
  /** What it is, as far as its text can be read. */
  readonly edition: Edition;
  /** Only fields are wrong that its work can do without: everything else is checked as ever. */
  readonly takesPart: boolean;
}

export type ReadResult = Edition | FaultyEdition;

function openFolder(contentDir: string, root: string, lang: Lang): (name: string) => EditionFile {
  const folder = join(contentDir, lang);
  const shown = relative(root, folder).split(sep).join('/');
  return (name) => ({ lang, path: join(folder, name), file: `${shown}/${name}`, name });
}

const nameSlug = (name: string) => name.replace(/\.mdx?$/, '').normalize('NFC');

const describeUnusable = (head: string): Frontmatter => ({
  title: '',
  description: '',
  date: '',
  authors: [],
  translationOf: findTranslationOf(head),
});

/** Its name and its place in a work remain known. */
function makeUnreadable({ lang, file, name }: EditionFile, text: string, findings: readonly Finding[]): ReadResult {
  const frontmatter = describeUnusable(text.slice(0, findTextStart(text)));
  const edition = { lang, slug: nameSlug(name), file, digest: '', head: '', mayImport: false, frontmatter };
  return { findings, edition: { ...edition, isUnreadable: true }, takesPart: false };
}

/** Reads all but the text. */
export function readEdition(source: EditionFile): ReadResult {
  const { lang, path, file, name } = source;
  let bytes: Buffer;
  try {
    // Thousands of small files: waiting for each costs more than reading it.
    bytes = readFileSync(path);
  } catch (error) {
    const reason = (error as Error).message;
    return makeUnreadable(source, '', [createFinding('FileUnreadable', { file }, { reason })]);
  }
  const findings = checkEncoding(bytes, file);
  if (findings.length) return makeUnreadable(source, decodeLikely(bytes), findings);
  // One character per byte: what is looked for here is ASCII, and only the head is needed as the text that it is.
  const plain = bytes.toString('latin1');
  const text = bytes.toString('utf8', 0, findTextStart(plain) || bytes.length);
  const { data, isUsable, findings: ofFields, head } = parseFrontmatter(text, file);
  const slug = nameSlug(name);
  const reason = findUnfitness(slug);
  if (isReserved(slug)) findings.push(createFinding('SlugReserved', { file }, { slug }));
  else if (reason) findings.push(createFinding('SlugUnfit', { file }, { slug, reason }));
  // Looking for the words first spares most texts the slower search by lines.
  const mayImport = (plain.includes('import') || plain.includes('export')) && importLine.test(plain);
  const frontmatter = data ?? describeUnusable(head);
  // Most texts have no sound, and need not be read to the end.
  const sound = frontmatter.audio?.file ?? (plain.includes('<Audio') ? findSound(bytes.toString('utf8')) : undefined);
  const edition = { lang, slug, file, digest: digestBytes(bytes), head, mayImport, sound, frontmatter };
  if (ofFields.length + findings.length === 0) return edition;
  return { findings: [...ofFields, ...findings], edition, takesPart: isUsable && findings.length === 0 };
}

export const lists = ['glossary', 'people', 'sections', 'series'] as const;
export type List = (typeof lists)[number];

export interface ContentFiles {
  readonly contentDir: string;
  readonly root: string;
  readonly lists: Readonly<Record<List, string>>;
  /** By path, in the order of languages and names. */
  readonly editions: ReadonlyMap<string, ReadResult>;
  readonly findings: readonly Finding[];
}

async function readList(contentDir: string, list: List): Promise<Buffer> {
  return readFile(join(contentDir, `${list}.yaml`)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.of();
    throw error;
  });
}

async function readAround(contentDir: string, root: string): Promise<Pick<ContentFiles, 'lists' | 'findings'>> {
  const shown = relative(root, contentDir).split(sep).join('/');
  const findings = findIgnored(contentDir, shown, lists);
  if (!existsSync(contentDir))
    findings.push(
      createFinding('FileUnreadable', { file: shown || contentDir }, { reason: 'there is no such folder' }),
    );
  const texts = await Promise.all(
    lists.map(async (list) => {
      const bytes = await readList(contentDir, list);
      findings.push(...checkEncoding(bytes, `${shown ? `${shown}/` : ''}${list}.yaml`));
      return [list, bytes.toString('utf8')] as const;
    }),
  );
  return { lists: Object.fromEntries(texts) as Record<List, string>, findings };
}

/** @returns path → what was read, in any order */
export type ReadEditions = (files: readonly EditionFile[]) => Promise<ReadonlyMap<string, ReadResult>>;

const readAlone: ReadEditions = async (files) => new Map(files.map((file) => [file.path, readEdition(file)]));

export async function readContentFiles(
  contentDir: string,
  { root = process.cwd(), read = readAlone }: { root?: string; read?: ReadEditions | undefined } = {},
): Promise<ContentFiles> {
  const files: EditionFile[] = [];
  for (const lang of langs)
    files.push(
      ...listFiles(join(contentDir, lang))
        .filter(isEdition)
        .map(openFolder(contentDir, root, lang)),
    );
  const results = await read(files);
  const editions = new Map(files.map(({ path }) => [path, results.get(path)!]));
  return { contentDir, root, editions, ...(await readAround(contentDir, root)) };
}

/** @param changed paths of files that changed, came or went, as `contentDir` begins them */
export async function rereadContentFiles(files: ContentFiles, changed: Iterable<string>): Promise<ContentFiles> {
  const { contentDir, root } = files;
  const editions = new Map(files.editions);
  for (const path of changed) {
    const [, lang, name] = /^(en|fa)\/(.+)$/.exec(relative(contentDir, path).split(sep).join('/')) ?? [];
    if (!lang || !name || !isEdition(name)) continue;
    if (existsSync(path)) editions.set(path, readEdition(openFolder(contentDir, root, lang as Lang)(name)));
    else editions.delete(path);
  }
  const inOrder = [...editions].sort(([a], [b]) => (a < b ? -1 : 1));
  return { contentDir, root, editions: new Map(inOrder), ...(await readAround(contentDir, root)) };
}
