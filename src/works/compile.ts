import type { Root } from 'hast';
import {
  type HastPluginDefinition,
  type MarkdownToHtmlResult,
  type MdxToJsResult,
  markdownToHast,
  markdownToHtml,
  mdxToHast,
  mdxToJs,
} from 'satteri';
import { findTextStart } from '../content/frontmatter.ts';
import type { Glossary } from '../content/glossary.ts';
import type { MediaUse } from '../content/media.ts';
import { createFinding, type Finding, hasErrors } from '../errors.ts';
import type { Block, Lang, Point } from '../markdown/block.ts';
import { type Collector, createCollector, type Heading, type Places } from '../markdown/collector.ts';
import { expandComponents } from '../markdown/expand-components.ts';
import { markdownFeatures } from '../markdown/features.ts';
import { findTangle } from '../markdown/find-tangle.ts';
import { type FormattedHtml, formatHtml } from '../markdown/format-html.ts';
import { blockTagInSource } from '../markdown/hast-nodes.ts';
import { isolateBlocks } from '../markdown/isolate-foreign.ts';
import { dropPositions, keepPositions } from '../markdown/keep-positions.ts';
import { type OpenHtml, openMarked } from '../markdown/open-html.ts';
import { evaluateEdition } from '../markdown/render-jsx.ts';
import { joinPlugins, runPlugins } from '../markdown/run-plugins.ts';
import { stampBlocks } from '../markdown/stamp-blocks.ts';
import { findUnclosed, type RawHtml } from '../markdown/unclosed-markup.ts';
import { unravelParagraphs } from '../markdown/unravel-paragraphs.ts';
import { watchExpressions } from '../markdown/watch-expressions.ts';
import { quote } from '../proofreading/fault.ts';
import { openPlaces } from '../proofreading/open-places.ts';

export interface Compiled {
  /** Leaves open what its pages fill in. Empty when `imports`. */
  readonly html: OpenHtml;
  readonly ids: readonly string[];
  readonly blocks: readonly Block[];
  /** As the author wrote them; `beyt:<index>` in the HTML. */
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly files: readonly MediaUse[];
  readonly modules: readonly string[];
  readonly headings: readonly Heading[];
  readonly findings: readonly Finding[];
  /** Its HTML comes from Vite (`@astrojs/mdx`) with the same plugins. */
  readonly imports: boolean;
  /** Only messages and the review desk ask, and finding places costs a quarter of parsing. */
  readonly places: () => Places;
}

export function editionPlugins(collector: Collector, source: string): HastPluginDefinition[] {
  const unravel = collector.file.endsWith('.mdx') && source.includes('<') && blockTagInSource.test(source);
  return [
    ...(unravel ? [unravelParagraphs] : []),
    expandComponents(collector),
    stampBlocks(collector),
    isolateBlocks(collector.lang),
  ];
}

/** What other Markdowns allow, and MDX reads as code. */
const notInMdx: readonly [pattern: RegExp, what: string][] = [
  [/<!--/, 'a comment of HTML: write {/* … */}'],
  [/\{\{|\{%/, 'a template of another program'],
  [/\{[#.:][^}\n]*\}?/, 'a list of attributes, as in Pandoc'],
  [/<https?:|<[\w.+-]+@/, 'an address between < and >: leave them out'],
];

function toFinding(error: unknown, file: string, source: string): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+):\s*([\s\S]*?)(?:\s*\([\w-]+:[\w-]+\))?$/.exec(message);
  const at = { file, line: Number(match?.[1] ?? 1), column: Number(match?.[2] ?? 1) };
  const line = source.split('\n')[at.line - 1] ?? '';
  for (const [pattern, what] of match ? notInMdx : []) {
    const found = pattern.exec(line);
    // The message is about code that begins here, and says only where it stopped making sense as such.
    if (found && found.index < at.column + 1) {
      const reason = `"${found[0]}" begins ${what}, and MDX reads it as code`;
      return createFinding('MarkdownUnreadable', { ...at, column: found.index + 1 }, { reason });
    }
  }
  return createFinding('MarkdownUnreadable', at, { reason: (match?.[3] ?? message).replace(/\s+/g, ' ').trim() });
}

function findFailure(error: unknown, source: string, file: string, lang: Lang, glossary: Glossary): Finding {
  let at: Point = { line: 1, column: 1 };
  const hastPlugins = [watchExpressions, ...editionPlugins(createCollector(lang, file, glossary), source)];
  try {
    evaluateEdition(compileMdx(source, lang, hastPlugins), (line, column) => {
      at = { line, column };
    });
  } catch {}
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  return createFinding('ExpressionFailed', { file, ...at }, { reason });
}

function compileMdx(source: string, lang: Lang, hastPlugins: HastPluginDefinition[]): string {
  const { code } = mdxToJs(source, {
    hastPlugins: [joinPlugins(hastPlugins)],
    features: markdownFeatures(lang),
    outputFormat: 'function-body',
    optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    elementAttributeNameCase: 'html',
  }) as MdxToJsResult;
  return code;
}

/** The same on every machine. @param file for messages; its ending (`.md` or `.mdx`) says how to read the source */
export function compileEdition(source: string, file: string, lang: Lang, glossary: Glossary): Compiled {
  const tangle = file.endsWith('.md') ? undefined : findTangle(source, findTextStart(source));
  if (tangle) return refuse(createCollector(lang, file, glossary), source, tangle);
  return compilePlain(source, file, lang, glossary, false) ?? compileWithSatteri(source, file, lang, glossary);
}

function refuse(collector: Collector, source: string, { offset, count }: { offset: number; count: number }): Compiled {
  const before = source.slice(0, offset).split('\n');
  const at = { file: collector.file, line: before.length, column: before.at(-1)!.length + 1 };
  const reason = `${count} tags are opened between { and } and never closed, of which this is the first`;
  collector.findings.push(createFinding('MarkdownUnreadable', at, { reason }));
  return collect(collector, noHtml);
}

const rawTag = /<[a-z!/?]/i;

function collect(collector: Collector, { html, ids }: FormattedHtml): Compiled {
  const { blocks, links, images, files, modules, headings, findings, imports, places } = collector;
  return { html, ids, blocks, links, images, files, modules, headings, findings, imports, places: () => places };
}

/** `null` for text with code of its own or errors. @param position whether to find places at once */
function compilePlain(
  source: string,
  file: string,
  lang: Lang,
  glossary: Glossary,
  position: boolean,
): Compiled | null {
  const markdown = file.endsWith('.md');
  if (markdown && rawTag.test(source)) return null;
  const collector = createCollector(lang, file, glossary);
  const features = { ...markdownFeatures(lang), ...(markdown && { rawHtml: false }) };
  try {
    const tree = (markdown ? markdownToHast : mdxToHast)(source, { features, position }) as Root;
    const html = formatHtml(runPlugins(tree, editionPlugins(collector, source)));
    if (!html || hasErrors(collector.findings)) return null;
    const compiled = collect(collector, html);
    if (position) return compiled;
    const placeAll = () => compilePlain(source, file, lang, glossary, true)!;
    if (collector.findings.length) return placeAll();
    let places: Places | undefined;
    return { ...compiled, places: () => (places ??= placeAll().places()) };
  } catch {
    return null;
  }
}

function reportLostText({ file, findings }: Collector, source: string, pieces: readonly RawHtml[]): void {
  const placeOf = openPlaces(source);
  for (const { start, end, what, lost } of findUnclosed(pieces)) {
    if (!lost) continue;
    const [markup = ''] = source.slice(start, end).split('\n', 1);
    const params = { what, markup: quote(markup), lost };
    findings.push(createFinding('MarkupOpen', { file, ...placeOf(start) }, params));
  }
}

const noHtml: FormattedHtml = { html: [], ids: [] };

function namesNothing(error: unknown, ownNames: string): boolean {
  const name = error instanceof ReferenceError ? /^(\S+) is not defined$/.exec(error.message)?.[1] : undefined;
  return name !== undefined && !ownNames.split(/[^\p{L}\p{N}_$]+/u).includes(name);
}

export function compileWithSatteri(source: string, file: string, lang: Lang, glossary: Glossary): Compiled {
  const collector = createCollector(lang, file, glossary);
  const hastPlugins = editionPlugins(collector, source);
  const pieces: RawHtml[] = [];
  let html = '';
  let step: 'read' | 'run' = 'read';
  try {
    if (file.endsWith('.md')) {
      const raw = rawTag.test(source);
      const mdastPlugins = raw ? [keepPositions(collector.rows, pieces)] : [];
      const options = {
        mdastPlugins,
        hastPlugins: [joinPlugins(raw ? [...hastPlugins, dropPositions] : hastPlugins)],
        features: { ...markdownFeatures(lang), rawHtml: raw },
      };
      html = (markdownToHtml(source, options) as MarkdownToHtmlResult).html;
    } else {
      const code = compileMdx(source, lang, hastPlugins);
      step = 'run';
      // Without what it imports, a loop might never end.
      const isRun = !hasErrors(collector.findings) && !(collector.imports && /\bwhile\b/.test(code));
      if (isRun) html = evaluateEdition(code);
    }
  } catch (error) {
    // Imports are not there: the only thing to be learnt is that a name is nowhere.
    if (step === 'run' && collector.imports && !namesNothing(error, collector.ownNames))
      return collect(collector, noHtml);
    const finding = step === 'read' ? toFinding(error, file, source) : findFailure(error, source, file, lang, glossary);
    collector.findings.push(finding);
  }
  reportLostText(collector, source, pieces);
  if (collector.imports) return collect(collector, noHtml);
  return collect(collector, { html: openMarked(html), ids: [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!) });
}
