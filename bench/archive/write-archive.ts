import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deriveId } from '../../src/alignment/records/ids.ts';
import { type AlignmentRecord, formatRecord } from '../../src/alignment/records/record.ts';
import { parseGlossary } from '../../src/content/glossary.ts';
import type { Lang } from '../../src/markdown/block.ts';
import { compileEdition } from '../../src/works/compile.ts';
import { type Article, authors, topics, writeArticle } from './article.ts';

/** `BEYT_CONFIG` of whatever builds or serves an archive: the publication of this clone may name sections and pages. */
export const archiveSettings = fileURLToPath(new URL('./beyt.config.ts', import.meta.url));

/** Changes with the text, so that no older archive is taken for it. */
const VERSION = 1;

function writeGlossary(): string {
  const label = (id: string) => `  - { id: ${id}, en: ${id}, fa: ${id} }`;
  return `topics:\n${topics.map(label).join('\n')}\npeople:\n${authors.map(label).join('\n')}\n`;
}

function makeRecord(article: Article, glossary: ReturnType<typeof parseGlossary>['glossary']): AlignmentRecord {
  const texts = (lang: Lang) =>
    compileEdition(article.sources[lang], `${article.name}.mdx`, lang, glossary).blocks.map((b) => b.text);
  const [en, fa] = [texts('en'), texts('fa')];
  const taken = new Set<string>();
  let [i, j] = [0, 0];
  const units = article.units.map((size) => {
    const unit = { en: en.slice(i, i + size.en), fa: fa.slice(j, j + size.fa) };
    [i, j] = [i + size.en, j + size.fa];
    const id = deriveId(unit.en[0]!, taken);
    taken.add(id);
    return { id, ...unit, by: 'auto' as const, confidence: 0.98 };
  });
  if (i !== en.length || j !== fa.length)
    throw new Error(`${article.name}: ${en.length}, ${fa.length} blocks in ${i}, ${j}`);
  return { version: 1, work: article.name, units, aliases: {}, gone: [] };
}

/** A complete one is left as it is. @returns its folder: `content/` for Beyt, `plain/<lang>/` for other generators */
export function writeArchive(cache: string, works: number): string {
  const root = join(cache, `archive-${works}`);
  const done = join(root, 'version');
  if (existsSync(done) && readFileSync(done, 'utf8') === String(VERSION)) return root;
  rmSync(root, { recursive: true, force: true });
  for (const folder of ['content/en', 'content/fa', 'content/alignment', 'plain/en', 'plain/fa'])
    mkdirSync(join(root, folder), { recursive: true });
  const yaml = writeGlossary();
  writeFileSync(join(root, 'content/glossary.yaml'), yaml);
  const { glossary } = parseGlossary(yaml, 'glossary.yaml');
  for (let index = 0; index < works; index++) {
    const article = writeArticle(index, works);
    for (const lang of ['en', 'fa'] as const) {
      writeFileSync(join(root, 'content', lang, `${article.name}.mdx`), article.sources[lang]);
      writeFileSync(join(root, 'plain', lang, `${article.name}.md`), article.sources[lang]);
    }
    writeFileSync(join(root, 'content/alignment', `${article.name}.json`), formatRecord(makeRecord(article, glossary)));
  }
  writeFileSync(done, String(VERSION));
  return root;
}
