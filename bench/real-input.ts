import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { loadContent } from '../src/content/load.ts';
import type { Finding } from '../src/errors.ts';
import { langs } from '../src/locales.ts';
import type { Lang } from '../src/markdown/block.ts';
import { createPublication } from '../src/works/publication.ts';
import { archiveSettings } from './archive/write-archive.ts';

/**
 * `npm run bench -- real-input FOLDER` builds real parallel documents: folders with `en.md` and `fa.md` (MDX where the
 * name ends in `-mdx`). Components and links of the sites that they were written for are repaired, and counted.
 */

interface Document {
  readonly slug: string;
  readonly ending: 'md' | 'mdx';
  readonly source: Readonly<Record<Lang, string>>;
}

/** Where it is only a note, its blocks, a paragraph each. */
function readDocument(folder: string, lang: Lang): string {
  const text = readFileSync(join(folder, `${lang}.md`), 'utf8');
  if (text.includes('\n\n') || !existsSync(join(folder, `${lang}.json`))) return text;
  const blocks = JSON.parse(readFileSync(join(folder, `${lang}.json`), 'utf8')) as { type: string; text: string }[];
  const quote = (words: string) => words.replace(/[\\`*_{}<>[\]#|&~]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
  return blocks.map(({ type, text: words }) => `${type === 'h' ? '## ' : ''}${quote(words)}`).join('\n\n');
}

function listDocuments(folder: string): Document[] {
  const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => /(^|[\\/])en\.md$/.test(name));
  return names
    .map((name) => dirname(name))
    .filter((dir) => existsSync(join(folder, dir, 'fa.md')))
    .sort()
    .map((dir) => ({
      slug: dir.split(sep).join('/'),
      ending: dir.endsWith('-mdx') ? 'mdx' : 'md',
      source: {
        en: readDocument(join(folder, dir), 'en'),
        fa: readDocument(join(folder, dir), 'fa'),
      },
    }));
}

function addFrontmatter(source: string, title: string, lang: Lang): string {
  const text = source.replace(/^\uFEFF?---\n[\s\S]*?\n---\n/, '');
  const fields = [
    `title: ${JSON.stringify(title)}`,
    'description: A document of another site',
    'date: 2026-01-01',
    'authors: [others]',
  ];
  if (lang === 'fa') fields.push('translators: [others]');
  return `---\n${fields.join('\n')}\n---\n\n${text}`;
}

/** Other dialects of MDX allow comments as in HTML, void tags left open, template blocks between braces. */
function lintMdx(source: string): string {
  return source
    .replace(/<!--([\s\S]*?)-->/g, (_, text: string) => `{/*${text.replace(/\*\//g, '')}*/}`)
    .replace(/<(img|br|hr|input)\b((?:[^<>"]|"[^"]*")*?)\s*\/?>/g, '<$1$2 />')
    .replace(/(<[A-Z]\w*) \{(\w+)\}/g, '$1 $2=""')
    .replace(/^\{[#:/][^}]*\}$/gm, '');
}

/** If it comes only from the document's being on another site now. */
function correct(source: string, finding: Finding): string {
  const lines = source.split('\n');
  const quoted = /"([^"]*)"/.exec(finding.message)?.[1] ?? '';
  switch (finding.name) {
    case 'LinkBroken':
    case 'FragmentBroken':
    case 'ImageMissing':
    case 'ImageUnusable': {
      const outside = `https://elsewhere.invalid/${quoted.replace(/^[./]+/, '')}`;
      for (let i = finding.line - 1; i < lines.length; i++) {
        if (!lines[i]!.includes(quoted)) continue;
        lines[i] = lines[i]!.replace(quoted, outside);
        break;
      }
      return lines.join('\n');
    }
    case 'ComponentUnknown': {
      const name = /<([\w.]+)>/.exec(finding.message)![1]!;
      const declaration = `export const ${name} = ({ children }) => children;\n\n`;
      return source.includes(declaration) ? source : source.replace(/^(---\n[\s\S]*?\n---\n\n)/, `$1${declaration}`);
    }
    case 'MarkdownUnreadable':
      return lintMdx(source);
    default:
      return source;
  }
}

async function collect(folder: string): Promise<readonly Finding[]> {
  const content = await loadContent(folder, { root: folder });
  return createPublication(content, folder).collectFindings();
}

async function correctAll(folder: string): Promise<Map<string, number>> {
  const corrected = new Map<string, number>();
  for (let round = 0; round < 6; round++) {
    let changed = 0;
    for (const finding of await collect(folder)) {
      const path = join(folder, finding.file);
      const before = readFileSync(path, 'utf8');
      const after = correct(before, finding);
      if (after === before) continue;
      await writeFile(path, after);
      corrected.set(finding.name, (corrected.get(finding.name) ?? 0) + 1);
      changed++;
    }
    if (!changed) break;
  }
  return corrected;
}

function build(contentDir: string, outDir: string): Promise<number> {
  const child = spawn(process.execPath, ['src/cli/build.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BEYT_CONFIG: archiveSettings,
      CONTENT_DIR: contentDir,
      OUT_DIR: outDir,
    },
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

const [given] = process.argv.slice(2);
if (!given) throw new Error('Name the folder of parallel documents: npm run bench -- real-input FOLDER');
const documents = listDocuments(given);
const temp = await mkdtemp(join(tmpdir(), 'beyt-real-'));
try {
  const contentDir = join(temp, 'content');
  for (const { slug, ending, source } of documents)
    for (const lang of langs) {
      const path = join(contentDir, lang, `${slug}.${ending}`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, addFrontmatter(source[lang], slug, lang));
    }
  const corrected = await correctAll(contentDir);
  const findings = await collect(contentDir);
  const left = findings.filter((f) => f.severity === 'error');
  const blocks: Record<Lang, number> = { en: 0, fa: 0 };
  let oneSided = 0;
  let units = 0;
  const content = await loadContent(contentDir, { root: contentDir });
  const publication = createPublication(content, contentDir);
  const started = performance.now();
  for (const work of content.works) {
    const prepared = publication.prepare(work);
    for (const lang of langs) blocks[lang] += prepared.editions[lang]?.compiled.blocks.length ?? 0;
    units += prepared.alignment.units.length;
    oneSided += prepared.alignment.units.filter((u) => !u.en.length || !u.fa.length).length;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${documents.length} documents from ${relative(process.cwd(), given) || given}`);
  console.log(`corrected: ${[...corrected].map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing'}`);
  console.log(`left: ${left.length} errors, ${findings.length - left.length} warnings`);
  for (const finding of left.slice(0, 20))
    console.log(`  ${finding.file}:${finding.line}:${finding.column} ${finding.message}`);
  console.log(
    `${blocks.en} + ${blocks.fa} blocks, ${units} units, ${oneSided} of them one-sided; compiled and aligned in ${seconds} s`,
  );
  process.exitCode = await build(contentDir, join(temp, 'dist'));
} finally {
  await rm(temp, { recursive: true, force: true });
}
