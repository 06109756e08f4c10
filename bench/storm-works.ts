import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deriveId } from '../src/alignment/records/ids.ts';
import { formatRecord, type RecordUnit } from '../src/alignment/records/record.ts';
import { type Random, startRandom } from '../src/base/random.ts';
import { parseGlossary } from '../src/content/glossary.ts';
import type { Lang } from '../src/markdown/block.ts';
import { compileEdition } from '../src/works/compile.ts';
import { type Pair, writeHeading, writeSentences } from './archive/sentences.ts';

/** Its Markdown in both languages, and how many blocks of each side make each unit. */
interface Part {
  readonly text: Pair;
  readonly units: readonly (readonly [en: number, fa: number])[];
}

const same = (count: number) => Array.from({ length: count }, () => [1, 1] as const);
const both = (make: (lang: Lang) => string): Pair => ({ en: make('en'), fa: make('fa') });

function split(random: Random, en: number, fa: number, sentences: number): Part {
  const made = (count: number) => Array.from({ length: count }, () => writeSentences(random, sentences));
  const [ours, theirs] = [made(en), made(fa)];
  return {
    text: { en: ours.map((p) => p.en).join('\n\n'), fa: theirs.map((p) => p.fa).join('\n\n') },
    units: en && fa ? [[en, fa]] : [...ours.map(() => [1, 0] as const), ...theirs.map(() => [0, 1] as const)],
  };
}

function heading(random: Random): Part {
  const title = writeHeading(random);
  return { text: both((lang) => `## ${title[lang]}`), units: same(1) };
}

function list(random: Random): Part {
  const items = Array.from({ length: 5 }, () => writeSentences(random, 2));
  const line = (lang: Lang) => (item: Pair, at: number) => `${at > 1 && at < 4 ? '  ' : ''}- ${item[lang]}`;
  return { text: both((lang) => items.map(line(lang)).join('\n')), units: same(5) };
}

function table(random: Random): Part {
  const rows = Array.from({ length: 7 }, () => [writeHeading(random), writeSentences(random, 1)] as const);
  const line = (lang: Lang) => (row: (typeof rows)[number]) => `| ${row[0][lang]} | ${row[1][lang]} |`;
  const text = both((lang) => {
    const [head, ...rest] = rows.map(line(lang));
    return [head, '| --- | --- |', ...rest].join('\n');
  });
  return { text, units: same(7) };
}

function quote(random: Random): Part {
  const said = writeSentences(random, 6);
  return { text: both((lang) => `> ${said[lang]}`), units: same(1) };
}

/** Units far longer than a window, cut elsewhere in the two languages. */
function longWork(random: Random): Part[] {
  const sizes = [
    [1, 1, 60],
    [1, 3, 14],
    [2, 1, 20],
    [1, 1, 90],
    [1, 0, 5],
    [0, 2, 6],
    [3, 2, 12],
    [1, 1, 70],
  ] as const;
  return sizes.flatMap(([en, fa, sentences]) => [heading(random), split(random, en, fa, sentences)]);
}

function mixedWork(random: Random): Part[] {
  return Array.from({ length: 4 }, () => [
    heading(random),
    split(random, 1, 1, 4),
    list(random),
    split(random, 1, 2, 3),
    table(random),
    split(random, 1, 0, 3),
    quote(random),
    split(random, 0, 1, 3),
  ]).flat();
}

const front = (title: string) =>
  `---\ntitle: ${title}\ndescription: ${title}\ndate: 2026-01-01\nauthors: [editors]\noriginal: en\n---\n\n`;

export async function addStormWorks(contentDir: string): Promise<void> {
  const { glossary } = parseGlossary('', 'glossary.yaml');
  for (const [name, parts] of [
    ['storm-long', longWork(startRandom(1))],
    ['storm-mixed', mixedWork(startRandom(2))],
  ] as const) {
    const blocks = (lang: Lang) => {
      const source = front(name) + parts.map((part) => part.text[lang]).join('\n\n');
      return { source, texts: compileEdition(source, `${name}.mdx`, lang, glossary).blocks.map((block) => block.text) };
    };
    const [en, fa] = [blocks('en'), blocks('fa')];
    const taken = new Set<string>();
    const units: RecordUnit[] = [];
    for (const [ours, theirs] of parts.flatMap((part) => part.units)) {
      const unit = { en: en.texts.splice(0, ours), fa: fa.texts.splice(0, theirs) };
      const id = deriveId(unit.en[0] ?? unit.fa[0]!, taken);
      taken.add(id);
      const relation = ours && theirs ? {} : { relation: ours ? ('omitted' as const) : ('added' as const) };
      units.push({ id, ...unit, ...relation, by: 'human' });
    }
    if (en.texts.length || fa.texts.length)
      throw new Error(`${name}: ${en.texts.length}, ${fa.texts.length} blocks left`);
    for (const folder of ['en', 'fa', 'alignment']) await mkdir(join(contentDir, folder), { recursive: true });
    await writeFile(join(contentDir, 'en', `${name}.mdx`), en.source);
    await writeFile(join(contentDir, 'fa', `${name}.mdx`), fa.source);
    const record = formatRecord({ version: 1, work: name, units, aliases: {}, gone: [] });
    await writeFile(join(contentDir, 'alignment', `${name}.json`), record);
  }
}
