import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { digest, digestBytes } from '../base/digest.ts';
import { listFiles } from '../base/list-files.ts';
import { createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import { currentSettings } from '../settings/current.ts';
import type { ReadSettings } from '../settings/read-settings.ts';
import { checkLeads, checkNames, checkPortraits } from './checks/check-content.ts';
import { checkDates } from './checks/check-dates.ts';
import { checkEncoding, decodeLikely } from './checks/check-encoding.ts';
import { checkLabels } from './checks/check-labels.ts';
import { checkSettings } from './checks/check-settings.ts';
import { type ChecksOff, gatherChecksOff, isSwitchedOff } from './checks/checks-off.ts';
import { findIgnored } from './checks/find-ignored.ts';
import { checkTakenSlugs, listOwnPages } from './checks/own-pages.ts';
import { findUnfitness, isReserved } from './checks/slug-fitness.ts';
import type { Edition } from './edition.ts';
import { type Frontmatter, findTextStart, findTranslationOf, parseFrontmatter } from './frontmatter.ts';
import { type Glossary, parseGlossary } from './glossary.ts';
import { createAlikeSearch, createPathCheck } from './links.ts';
import { type Person, readPeople } from './people.ts';
import { leaveOut, type Plan, planWorks } from './planning.ts';
import { readYaml } from './read-yaml.ts';
import { listRedirects, type Redirect } from './redirects.ts';
import { readSections, type Section } from './sections.ts';
import { readSeries, type Series } from './series.ts';
import { findSound } from './sound.ts';
import { assembleWorks, type Work } from './work.ts';

export interface Content {
  /** The folder that findings name files from. */
  readonly root: string;
  readonly works: readonly Work[];
  /** Editions that take no part, because of their frontmatter or their names. */
  readonly unsound: readonly Edition[];
  /** Those of them that are sound but for `translationOf`, which names an edition that is not there. */
  readonly unpaired: readonly Edition[];
  /** Its people are those of `people.yaml`, too. */
  readonly glossary: Glossary;
  /** By id, as `people.yaml` has them. */
  readonly people: ReadonlyMap<string, Person>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly series: ReadonlyMap<string, Series>;
  /** What is not published, or would not be if this were not a preview, and when the next build is due. */
  readonly plan: Plan;
  /** Checks whose findings are left out. */
  readonly checksOff: ChecksOff;
  /** Old addresses, and where they lead now. */
  readonly redirects: readonly Redirect[];
  /** Tells one glossary, with people, sections and series, from another. */
  readonly glossaryDigest: string;
  readonly findings: readonly Finding[];
}

/** Whether a file below the folder of a language is an edition. Names that begin with `_` or `.` are left out, folders too. */
const isEdition = (name: string) => /\.mdx?$/.test(name) && !/(?:^|\/)[._]/.test(name);

/** Lines by which an edition may import; only compiling tells whether they are code. */
const importLine = /^[ \t]*(?:import|export)\b/m;

/** Where an edition lies. */
export interface EditionFile {
  readonly lang: Lang;
  /** Its path as `contentDir` begins it. */
  readonly path: string;
  /** Its path as findings name it. */
  readonly file: string;
  /** Its path below the folder of its language, `/` between folders. */
  readonly name: string;
}

/** An edition, or what is wrong with its file, and the edition that it would be where its text can be read. */
export type ReadResult = Edition | { readonly findings: readonly Finding[]; readonly unsound?: Edition };

/** Describes files by their names below the folder of a language. */
function openFolder(contentDir: string, root: string, lang: Lang): (name: string) => EditionFile {
  const folder = join(contentDir, lang);
  const shown = relative(root, folder).split(sep).join('/');
  return (name) => ({ lang, path: join(folder, name), file: `${shown}/${name}`, name });
}

const nameSlug = (name: string) => name.replace(/\.mdx?$/, '').normalize('NFC');

/** What is known of an edition whose frontmatter cannot be used. */
const describeUnusable = (head: string): Frontmatter => ({
  title: '',
  description: '',
  date: '',
  authors: [],
  translationOf: findTranslationOf(head),
});

/** An edition whose file cannot be read: it goes on to have its name, and its place in a work. */
function makeUnreadable({ lang, file, name }: EditionFile, text: string, findings: readonly Finding[]): ReadResult {
  const frontmatter = describeUnusable(text.slice(0, findTextStart(text)));
  const edition = { lang, slug: nameSlug(name), file, digest: '', head: '', mayImport: false, frontmatter };
  return { findings, unsound: { ...edition, isUnreadable: true } };
}

/** Reads one edition, but for its text. */
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
  // A character a byte: what is looked for here is ASCII, and only the head is needed as the text that it is.
  const plain = bytes.toString('latin1');
  const text = bytes.toString('utf8', 0, findTextStart(plain) || bytes.length);
  const { data, findings: ofFields, head } = parseFrontmatter(text, file);
  findings.push(...ofFields);
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
  return findings.length ? { findings, unsound: edition } : edition;
}

/** Files of a content folder that hold what works refer to. */
const lists = ['glossary', 'people', 'sections', 'series'] as const;
type List = (typeof lists)[number];

/** The files that content is made of, read; by path, so that one that changes can be read again alone. */
export interface ContentFiles {
  readonly contentDir: string;
  /** The folder that findings name files from. */
  readonly root: string;
  /** Texts of the files that works refer to; '' where there is none. */
  readonly lists: Readonly<Record<List, string>>;
  /** Path → what was read. In the order of languages and names. */
  readonly editions: ReadonlyMap<string, ReadResult>;
  /** Of files that cannot be read, or that nothing reads. */
  readonly findings: readonly Finding[];
}

/** The bytes of a list; none where there is no such file. */
async function readList(contentDir: string, list: List): Promise<Buffer> {
  return readFile(join(contentDir, `${list}.yaml`)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.of();
    throw error;
  });
}

/** Reads the lists, and looks at everything that lies beside the editions. */
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

/** Reads editions. @returns path → what was read, in any order */
export type ReadEditions = (files: readonly EditionFile[]) => Promise<ReadonlyMap<string, ReadResult>>;

const readAlone: ReadEditions = async (files) => new Map(files.map((file) => [file.path, readEdition(file)]));

/** Reads all files. Nothing is compiled yet. */
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

/** Reads again those of the files that changed, came or went. Paths as `contentDir` begins them. */
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

/** What is shown of the content. */
export interface Showing {
  /** Whether drafts, what waits for its time and what has expired take part. */
  readonly preview: boolean;
  /** The instant that decides what is published. */
  readonly now: Date;
}

/** Makes works of the files. Pure. */
export function assembleContent(
  { contentDir, root, lists: texts, editions, findings: ofFiles }: ContentFiles,
  showing: Showing,
  read: ReadSettings = currentSettings,
): Content {
  const { settings } = read;
  const fileOf = (list: List) =>
    relative(root, join(contentDir, `${list}.yaml`))
      .split(sep)
      .join('/');
  const glossary = parseGlossary(texts.glossary, fileOf('glossary'));
  const people = readPeople(texts.people, fileOf('people'));
  const sections = readSections(texts.sections, fileOf('sections'));
  const series = readSeries(texts.series, fileOf('series'));
  const labels = [...people.entries].map(([id, { name }]) => ({ id, ...name }));
  const known = {
    people: [...labels, ...glossary.glossary.people.filter(({ id }) => !people.entries.has(id))],
    sections: sections.entries,
    series: series.entries,
  };
  const good: Edition[] = [];
  const unsound: Edition[] = [];
  const findings = [
    ofFiles,
    read.findings,
    glossary.findings,
    people.findings,
    sections.findings,
    series.findings,
  ].flat();
  for (const result of editions.values()) {
    if (!('findings' in result)) good.push(result);
    else {
      findings.push(...result.findings);
      if (result.unsound) unsound.push(result.unsound);
    }
  }
  const { works: all, unpaired, findings: ofWorks } = assembleWorks(good, unsound);
  findings.push(...ofWorks, ...checkNames(all, known), ...good.flatMap(checkDates));
  findings.push(...checkTakenSlugs(good, listOwnPages(join(root, 'src/pages'))));
  findings.push(...checkLabels(all, { topics: glossary.glossary.topics, people: known.people }));
  findings.push(...checkLeads(known.sections, all, fileOf('sections'), readYaml(texts.sections).find));
  findings.push(...checkPortraits(people.entries, contentDir, fileOf('people'), readYaml(texts.people).find));
  const plan = planWorks(all, showing.now, settings.timeZone);
  const content: Content = {
    root,
    unsound: [...unsound, ...unpaired],
    unpaired,
    // After works are assembled, so that an edition may already name one that is still a draft.
    works: showing.preview ? all : leaveOut(all, plan),
    glossary: { ...glossary.glossary, people: known.people },
    people: people.entries,
    sections: known.sections,
    series: known.series,
    plan,
    checksOff: gatherChecksOff(all, settings.checks.off),
    redirects: [],
    glossaryDigest: digest(...lists.map((list) => texts[list])),
    findings,
  };
  const isPage = createPathCheck(content);
  const moved = listRedirects(content.works, settings.redirects, isPage, createAlikeSearch(content), read.locate);
  findings.push(...moved.findings, ...checkSettings(read, known.sections, isPage));
  const shown = findings.filter((finding) => !isSwitchedOff(content, finding));
  return { ...content, redirects: moved.redirects, findings: shown };
}

/**
 * Reads `contentDir`: editions, works and what they refer to. Nothing is compiled yet. Findings name files relative to
 * `root` (the folder that the command runs in).
 */
export async function loadContent(
  contentDir: string,
  {
    preview = false,
    now = new Date(),
    root = process.cwd(),
    settings = currentSettings,
  }: Partial<Showing> & { root?: string; settings?: ReadSettings } = {},
): Promise<Content> {
  return assembleContent(await readContentFiles(contentDir, { root }), { preview, now }, settings);
}
