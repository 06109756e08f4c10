/**
 * `npm run bench -- fuzz [--cases 20000] [--seed 1]`: each edition, frontmatter or record of broken and valid pieces
 * must give pages or a named finding, within a second. Failing cases are printed with their seed; the exit code is 1.
 */
import { parseArgs } from 'node:util';
import { align } from '../src/alignment/pairing/align.ts';
import { parseRecord } from '../src/alignment/records/parse-record.ts';
import { reconcile } from '../src/alignment/records/reconcile.ts';
import { type Random, startRandom } from '../src/base/random.ts';
import { parseFrontmatter } from '../src/content/frontmatter.ts';
import { parseGlossary } from '../src/content/glossary.ts';
import { errors } from '../src/errors.ts';
import { splitRows } from '../src/markdown/open-html.ts';
import { compileEdition } from '../src/works/compile.ts';
import { stampUnits } from '../src/works/stamp.ts';
import { pick, pickNumber } from './archive/pick.ts';
import { writeSentence } from './archive/sentences.ts';

const { values: options } = parseArgs({
  options: { cases: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});

/** In milliseconds of one processor. */
const LONGEST = 1000;

const { glossary } = parseGlossary('terms:\n  - { en: Asad, fa: اسد }\n', 'glossary.yaml');

const pieces = [
  '# ',
  '## ',
  '- ',
  '  - ',
  '1. ',
  '> ',
  '| a | b |\n| --- | --- |\n',
  '| x | y |',
  '```',
  '```js\n',
  '~~~',
  '---',
  '***',
  '[^1]',
  '[^1]: ',
  '[a](',
  '](./b.mdx#c)',
  '![i](',
  './i.png)',
  '<',
  '>',
  '{',
  '}',
  '{1 + 1}',
  '{nope}',
  '{/* c */}',
  '{/*',
  '<Term>',
  '</Term>',
  '<Term name="Asad" />',
  '<Figure src="a.png" alt="" />',
  '<Figure',
  '<Aside title="t">',
  '</Aside>',
  '<Poem>',
  '</Poem>',
  '<Beyt a="x" b="y" />',
  '<Quote by={x}>',
  '</Quote>',
  '<Unknown />',
  '<div>',
  '</div>',
  '<p>',
  '</p>',
  '<table><tr><td>',
  '</td></tr></table>',
  '<details><summary>',
  '</summary>',
  '</details>',
  '<svg><path/>',
  '<script>alert(1)</script>',
  '<b-t n="0"></b-t>',
  '<b-s></b-s>',
  'data-b="0"',
  'beyt:0',
  'href="beyt:1"',
  'import x from "./x.js"\n',
  'export const a = 3\n',
  'export default 1\n',
  '&amp;',
  '&#0;',
  '&nosuch;',
  '\\',
  '`',
  '``',
  '*',
  '**',
  '_',
  '\u200c',
  '\u200f',
  '\u2067',
  '\u0000',
  '\uFEFF',
  '\uD800',
  'ﷺ',
  '۱۲۳',
  'é\u0301',
  '😀',
  '\r\n',
  '\t',
  '    ',
  '$',
  '%7B',
  ':::',
];

const yamlPieces = [
  'title: a',
  'title: "a: b"',
  'title: a: b',
  'title:',
  'title: [x]',
  'description: d',
  'description: >\n  d',
  'date: 2026-01-02',
  'date: 2026-13-45',
  'date: yesterday',
  'authors: [a]',
  'authors: a',
  'authors: []',
  'authors: {a: 1}',
  'topics: [t, 1]',
  'draft: yes',
  'draft: true',
  'original: en',
  'original: de',
  'translationOf: ../../x',
  'source: { name: n, url: "javascript:alert(1)" }',
  'cover: { src: a }',
  '"__proto__": 1',
  'constructor: 1',
  '&a [*a]',
  '? x',
  '!!js/function "x"',
  '- item',
  '\t tab: 1',
  'tittle: a',
  '<<: *x',
  '"',
  "'",
  '{',
  '%YAML 9',
];

function writeBody(random: Random): string {
  let out = '';
  for (let n = 1 + pickNumber(random, 24); n > 0; n--) {
    const roll = random();
    out += roll < 0.35 ? writeSentence(random)[random() < 0.5 ? 'en' : 'fa'] : pick(random, pieces);
    out += roll < 0.3 ? '\n\n' : roll < 0.5 ? '\n' : roll < 0.7 ? ' ' : '';
  }
  return random() < 0.02 ? out.repeat(12) : out;
}

function writeHead(random: Random): string {
  if (random() < 0.5) return 'title: a\ndescription: b\ndate: 2026-01-02\nauthors: [a]';
  return Array.from({ length: pickNumber(random, 8) }, () => pick(random, yamlPieces)).join('\n');
}

const recordPieces = [
  '{"version":1,"work":"w","units":[',
  '{"version":2}',
  '{"id":"kbcd","en":["a"],"fa":["b"],"by":"auto"}',
  '{"id":"kbcd","en":["a"],"fa":[],"by":"human"}',
  ',',
  ']',
  '}',
  '],"aliases":{}}',
  '],"aliases":{"old":"kbcd"}}',
  '],"aliases":{"kbcd":"kbcd"}}',
  '{"id":"__proto__","en":[],"fa":[],"by":"auto"}',
  '<<<<<<< ours\n',
  '=======\n',
  '>>>>>>> theirs\n',
  'null',
  '"x"',
  '[',
  '\u0000',
];

function writeRecord(random: Random): string {
  return Array.from({ length: 1 + pickNumber(random, 6) }, () => pick(random, recordPieces)).join('');
}

const isNamed = (findings: readonly { readonly name: string }[]) => findings.every(({ name }) => name in errors);

/** Null when the outcome is as it should be. */
function tryCase(random: Random): string | null {
  const source = `---\n${writeHead(random)}\n---\n${writeBody(random)}`;
  const file = random() < 0.8 ? 'a.mdx' : 'a.md';
  const { data, findings } = parseFrontmatter(source, file);
  if (!isNamed(findings) || (!data && !findings.length)) return 'frontmatter gave neither data nor a named finding';
  const [en, fa] = (['en', 'fa'] as const).map((lang) => compileEdition(source, file, lang, glossary));
  if (![en!, fa!].every((compiled) => isNamed(compiled.findings))) return 'a finding without a name';
  const parsed = parseRecord(writeRecord(random));
  if (!parsed.record && !parsed.problems.length) return 'a record gave neither itself nor a problem';
  if (!parsed.problems.every(({ name }) => name in errors)) return 'a record’s problem without a name';
  const { units } = reconcile(parsed.record ?? null, en!.blocks, fa!.blocks, { work: 'w', align });
  for (const [lang, compiled] of [
    ['en', en!],
    ['fa', fa!],
  ] as const) {
    const owned = units.flatMap((unit) => unit[lang]);
    if (owned.length !== compiled.blocks.length || new Set(owned).size !== owned.length)
      return 'a block without its unit';
    if (compiled.findings.length || compiled.imports) continue;
    const byBlock = compiled.blocks.map((_, index) => units.find((unit) => unit[lang].includes(index))!);
    const page = {
      units: byBlock,
      first: new Set<number>(),
      ids: () => true,
      twin: () => null,
      label: () => null,
      twinAttributes: '',
      twinText: '',
    };
    const html = splitRows(compiled.html)
      .map((row) =>
        stampUnits(row, { ...page, note: () => '', link: () => '#', file: () => '#', image: () => '<img>' }),
      )
      .join('');
    const stamped = html.match(/<[^>]* data-unit="/g)?.length ?? 0;
    if (stamped < compiled.blocks.length) return `${compiled.blocks.length} blocks, ${stamped} of them in the page`;
  }
  return null;
}

let failures = 0;
let slowest = 0;
const first = Number(options.seed);
const cases = Number(options.cases);
for (let seed = first; seed < first + cases; seed++) {
  const began = process.cpuUsage();
  let fault: string | null;
  try {
    fault = tryCase(startRandom(seed));
  } catch (error) {
    fault = `threw ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' | ') : error}`;
  }
  const { user, system } = process.cpuUsage(began);
  const took = (user + system) / 1000;
  slowest = Math.max(slowest, took);
  if (!fault && took > LONGEST) fault = `took ${Math.round(took)} ms`;
  if (fault && ++failures <= 20) console.log(`seed ${seed}: ${fault}`);
}
console.log(`${cases} cases, ${failures} failed, the slowest took ${Math.round(slowest)} ms`);
if (failures) process.exitCode = 1;
