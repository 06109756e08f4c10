import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { Lang } from './block.ts';
import type { Edition } from './edition.ts';
import { parseFrontmatter } from './frontmatter.ts';
import { type Glossary, parseGlossary } from './glossary.ts';
import { findUnfitness } from './slug-fitness.ts';
import { assembleWorks, listEditions, type Work } from './work.ts';

export interface Content {
  readonly works: readonly Work[];
  readonly glossary: Glossary;
  /** Tells one glossary from another. */
  readonly glossaryDigest: string;
  readonly findings: readonly Finding[];
}

/** Edition files of one language, sorted; names that begin with `_` or `.` are left out, folders too. */
async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const found = await Promise.all(
    entries
      .filter((e) => !/^[._]/.test(e.name))
      .map((e) => {
        const path = join(dir, e.name);
        if (e.isDirectory()) return listFiles(path);
        return /\.mdx?$/.test(e.name) ? [path] : [];
      }),
  );
  return found.flat().sort();
}

async function readEdition(path: string, base: string, lang: Lang, root: string): Promise<Edition | Finding[]> {
  const file = relative(root, path).split(sep).join('/');
  let source: string;
  try {
    source = await readFile(path, 'utf8');
  } catch (error) {
    return [createFinding('FileUnreadable', { file }, { reason: (error as Error).message })];
  }
  const { data, findings } = parseFrontmatter(source, file);
  if (!data) return findings;
  const slug = relative(base, path)
    .split(sep)
    .join('/')
    .replace(/\.mdx?$/, '')
    .normalize('NFC');
  if (/^(index|search|feed|about|works|topics|people)$|^(topics|people|works)\//.test(slug))
    return [createFinding('SlugReserved', { file }, { slug })];
  const reason = findUnfitness(slug);
  if (reason) return [createFinding('SlugUnfit', { file }, { slug, reason })];
  return { lang, slug, file, source, frontmatter: data };
}

/** A work without its drafts; null where nothing of it remains. */
function leaveOutDrafts(work: Work): Work | null {
  const editions = listEditions(work).filter((edition) => !edition.frontmatter.draft);
  return editions.length ? { ...work, editions: Object.fromEntries(editions.map((e) => [e.lang, e])) } : null;
}

/**
 * Reads `contentDir`: editions, works and the glossary. Nothing is compiled yet. Findings name files relative to
 * `root` (the folder that the command runs in).
 * @param drafts whether editions marked `draft: true` take part
 */
export async function loadContent(contentDir: string, { drafts = false, root = process.cwd() } = {}): Promise<Content> {
  const findings: Finding[] = [];
  const editions: Edition[] = [];
  const glossaryPath = join(contentDir, 'glossary.yaml');
  const glossarySource = await readFile(glossaryPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { glossary, findings: ofGlossary } = parseGlossary(glossarySource, relative(root, glossaryPath));
  findings.push(...ofGlossary);
  for (const lang of langs) {
    const base = join(contentDir, lang);
    const files = await listFiles(base);
    for (let i = 0; i < files.length; i += 64) {
      const batch = await Promise.all(files.slice(i, i + 64).map((path) => readEdition(path, base, lang, root)));
      for (const result of batch) {
        if (Array.isArray(result)) findings.push(...result);
        else editions.push(result);
      }
    }
  }
  const { works: all, findings: ofWorks } = assembleWorks(editions);
  // After works are assembled, so that an edition may already name one that is still a draft.
  const works = drafts ? all : all.flatMap((work) => leaveOutDrafts(work) ?? []);
  const glossaryDigest = createHash('sha256').update(glossarySource).digest('hex');
  return { works, glossary, glossaryDigest, findings: [...findings, ...ofWorks] };
}
