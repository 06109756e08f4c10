import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import { currentSettings } from '../settings/current.ts';
import type { ReadSettings } from '../settings/read-settings.ts';
import type { Lang } from './block.ts';
import { checkLeads, checkNames, checkPortraits } from './check-content.ts';
import { checkSettings } from './check-settings.ts';
import { type ChecksOff, gatherChecksOff, isSwitchedOff } from './checks-off.ts';
import { digest, digestBytes } from './digest.ts';
import type { Edition } from './edition.ts';
import { findTextStart, parseFrontmatter } from './frontmatter.ts';
import { type Glossary, parseGlossary } from './glossary.ts';
import { createPathCheck } from './links.ts';
import { listFiles } from './list-files.ts';
import { type Person, readPeople } from './people.ts';
import { leaveOut, type Plan, planWorks } from './planning.ts';
import { readYaml } from './read-yaml.ts';
import { listRedirects, type Redirect } from './redirects.ts';
import { readSections, type Section } from './sections.ts';
import { readSeries, type Series } from './series.ts';
import { findUnfitness } from './slug-fitness.ts';
import { assembleWorks, type Work } from './work.ts';

export interface Content {
  /** The folder that findings name files from. */
  readonly root: string;
  readonly works: readonly Work[];
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
/** What pictures begin with; plain words are found faster than a pattern of them. */
const pictures = ['![', '<img', '<Figure'];

/**
 * Reads an edition's text again, to compile it. A file that is no longer what it was when the content was read is not
 * used: its pages would not be those that the rest of the site tells of.
 */
export function readSource({ root }: Content, edition: Edition): string | Finding {
  const { file } = edition;
  try {
    const bytes = readFileSync(join(root, file));
    return digestBytes(bytes) === edition.digest ? bytes.toString('utf8') : createFinding('FileChanged', { file });
  } catch (error) {
    return createFinding('FileUnreadable', { file }, { reason: (error as Error).message });
  }
}

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

/** An edition, or what is wrong with its file. */
export type ReadResult = Edition | Finding[];

/** Describes files by their names below the folder of a language. */
function openFolder(contentDir: string, root: string, lang: Lang): (name: string) => EditionFile {
  const folder = join(contentDir, lang);
  const shown = relative(root, folder).split(sep).join('/');
  return (name) => ({ lang, path: join(folder, name), file: `${shown}/${name}`, name });
}

/** Reads one edition, but for its text. */
export function readEdition({ lang, path, file, name }: EditionFile): ReadResult {
  let bytes: Buffer;
  try {
    // Thousands of small files: waiting for each costs more than reading it.
    bytes = readFileSync(path);
  } catch (error) {
    return [createFinding('FileUnreadable', { file }, { reason: (error as Error).message })];
  }
  // A character a byte: what is looked for here is ASCII, and only the head is needed as the text that it is.
  const source = bytes.toString('latin1');
  const text = bytes.toString('utf8', 0, findTextStart(source) || bytes.length);
  const { data, findings, head } = parseFrontmatter(text, file);
  if (!data) return findings;
  const slug = name.replace(/\.mdx?$/, '').normalize('NFC');
  if (/^(index|search|feed|works|topics|people|corrections)$|^(?:topics|people|works|sections|series)\//.test(slug))
    return [createFinding('SlugReserved', { file }, { slug })];
  const reason = findUnfitness(slug);
  if (reason) return [createFinding('SlugUnfit', { file }, { slug, reason })];
  // Looking for the words first spares most texts the slower search by lines.
  const mayImport = (source.includes('import') || source.includes('export')) && importLine.test(source);
  const mayPicture = data.cover !== undefined || pictures.some((mark) => source.includes(mark));
  return { lang, slug, file, digest: digestBytes(bytes), head, mayImport, mayPicture, frontmatter: data };
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
}

async function readList(contentDir: string, list: List): Promise<string> {
  return readFile(join(contentDir, `${list}.yaml`), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
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
  const texts = await Promise.all(lists.map(async (list) => [list, await readList(contentDir, list)] as const));
  return { contentDir, root, lists: Object.fromEntries(texts) as Record<List, string>, editions };
}

/** Reads again those of the files that changed, came or went. Paths as `contentDir` begins them. */
export async function rereadContentFiles(files: ContentFiles, changed: Iterable<string>): Promise<ContentFiles> {
  const { contentDir, root } = files;
  const editions = new Map(files.editions);
  const texts = { ...files.lists };
  for (const path of changed) {
    const [, lang, name] = /^(en|fa)\/(.+)$/.exec(relative(contentDir, path).split(sep).join('/')) ?? [];
    for (const list of lists)
      if (path === join(contentDir, `${list}.yaml`)) texts[list] = await readList(contentDir, list);
    if (!lang || !name || !isEdition(name)) continue;
    if (existsSync(path)) editions.set(path, readEdition(openFolder(contentDir, root, lang as Lang)(name)));
    else editions.delete(path);
  }
  const inOrder = [...editions].sort(([a], [b]) => (a < b ? -1 : 1));
  return { contentDir, root, lists: texts, editions: new Map(inOrder) };
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
  { contentDir, root, lists: texts, editions }: ContentFiles,
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
  const findings = [read.findings, glossary.findings, people.findings, sections.findings, series.findings].flat();
  for (const result of editions.values()) {
    if (Array.isArray(result)) findings.push(...result);
    else good.push(result);
  }
  const { works: all, findings: ofWorks } = assembleWorks(good);
  findings.push(...ofWorks, ...checkNames(all, known));
  findings.push(...checkLeads(known.sections, all, fileOf('sections'), readYaml(texts.sections).find));
  findings.push(...checkPortraits(people.entries, contentDir, fileOf('people'), readYaml(texts.people).find));
  const plan = planWorks(all, showing.now, settings.timeZone);
  const content: Content = {
    root,
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
  const moved = listRedirects(content.works, settings.redirects, isPage, read.locate);
  findings.push(...moved.findings, ...checkSettings(read, known.sections, isPage));
  const told = findings.filter((finding) => !isSwitchedOff(content, finding));
  return { ...content, redirects: moved.redirects, findings: told };
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
