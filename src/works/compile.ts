import {
  type Features,
  type HastPluginDefinition,
  type MarkdownToHtmlResult,
  type MdastPluginDefinition,
  type MdxToJsResult,
  markdownToHtml,
  mdxToJs,
} from 'satteri';
import { createFinding, type Finding } from '../errors.ts';
import { translate } from '../i18n/translate.ts';
import { type Collector, createCollector, type Heading, type Reference } from '../markdown/collector.ts';
import { expandComponents } from '../markdown/expand-components.ts';
import { evaluateEdition } from '../markdown/render-jsx.ts';
import { stampBlocks } from '../markdown/stamp-blocks.ts';
import type { Block, Lang } from './block.ts';
import type { Glossary } from './glossary.ts';

/** An edition's text, compiled once and shared by every page, feed and export that shows it. */
export interface Compiled {
  /** HTML with places for unit ids, twin links, links and images: see `stampUnits`. Empty when `imports`. */
  readonly html: string;
  readonly blocks: readonly Block[];
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
  readonly headings: readonly Heading[];
  readonly findings: readonly Finding[];
  /** The edition imports modules of its own, so its HTML comes from Vite (`@astrojs/mdx`) with the same plugins. */
  readonly imports: boolean;
}

/** Markdown features, one set for every way in which an edition is compiled. */
export function markdownFeatures(lang: Lang): Features {
  const t = (key: 'footnotes.label' | 'footnotes.back') => translate(lang, key);
  return {
    gfm: {
      footnotes: { label: t('footnotes.label'), backLabel: t('footnotes.back'), clobberPrefix: `${lang}-` },
    },
    smartPunctuation: false,
    definitionList: false,
  };
}

/** The two passes over an edition's tree. */
export function editionPlugins(collector: Collector): HastPluginDefinition[] {
  return [expandComponents(collector), stampBlocks(collector)];
}

const position = (node: { position?: { start: { line: number; column: number } } | undefined }) =>
  `${node.position?.start.line ?? 1}:${node.position?.start.column ?? 1}`;

/** Raw HTML makes Sätteri parse the tree anew and lose positions: carry them through as an attribute. */
const keepPositions: MdastPluginDefinition = (() => {
  const mark = (node: never, ctx: { setProperty(n: never, k: 'data', v: Record<string, unknown>): void }) =>
    ctx.setProperty(node, 'data', { hProperties: { dataAt: position(node) } });
  const visit = mark as never;
  return {
    name: 'beyt-keep-positions',
    options: { position: true },
    paragraph: visit,
    heading: visit,
    listItem: visit,
    tableRow: visit,
    image: visit,
    link: visit,
  } as MdastPluginDefinition;
})();

function toFinding(error: unknown, file: string, name: 'MarkdownUnreadable' | 'ExpressionFailed'): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+):\s*([\s\S]*?)(?:\s*\([\w-]+:[\w-]+\))?$/.exec(message);
  const at = { file, line: Number(match?.[1] ?? 1), column: Number(match?.[2] ?? 1) };
  return createFinding(name, at, { reason: (match?.[3] ?? message).replace(/\s+/g, ' ').trim() });
}

/**
 * Compiles and segments one edition. Pure: the same source gives the same result on every machine.
 * @param file path for messages; its ending (`.md` or `.mdx`) says how to read the source
 */
export function compileEdition(source: string, file: string, lang: Lang, glossary: Glossary): Compiled {
  const collector = createCollector(lang, file, glossary);
  const hastPlugins = editionPlugins(collector);
  const features = markdownFeatures(lang);
  let html = '';
  let step: 'MarkdownUnreadable' | 'ExpressionFailed' = 'MarkdownUnreadable';
  try {
    if (file.endsWith('.md')) {
      const raw = /<[a-z!/]/i.test(source);
      const mdastPlugins = raw ? [keepPositions] : [];
      const options = { mdastPlugins, hastPlugins, features: { ...features, rawHtml: raw } };
      html = (markdownToHtml(source, options) as MarkdownToHtmlResult).html;
    } else {
      const { code } = mdxToJs(source, {
        hastPlugins,
        features,
        outputFormat: 'function-body',
        optimizeStatic: { component: 'Fragment', prop: 'set:html' },
        elementAttributeNameCase: 'html',
      }) as MdxToJsResult;
      step = 'ExpressionFailed';
      if (!collector.imports && !collector.findings.length) html = evaluateEdition(code);
    }
  } catch (error) {
    collector.findings.push(toFinding(error, file, step));
  }
  const { blocks, links, images, headings, findings, imports } = collector;
  return { html: html.replace(/ data-at="[^"]*"/g, ''), blocks, links, images, headings, findings, imports };
}
