import type { Element } from 'hast';
import { readAttribute } from './hast-kit.ts';

export interface Style {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly struck?: boolean | undefined;
  readonly centred?: boolean | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly hidden?: boolean | undefined;
}

/** As word processors write them into a page: class name → declarations. */
export type ClassStyles = ReadonlyMap<string, string>;

export function readClassStyles(css: string): ClassStyles {
  const styles = new Map<string, string>();
  for (const [, name, rules] of css.matchAll(/(?<![\w-])\.([\w-]+)\s*\{([^}]*)\}/g))
    styles.set(name!, `${styles.get(name!) ?? ''};${rules!}`);
  return styles;
}

export function readStyle(node: Element, classes: ClassStyles): Style {
  const names = readAttribute(node, 'className').split(/\s+/);
  const css = `${names.map((name) => classes.get(name) ?? '').join(';')};${readAttribute(node, 'style')}`.toLowerCase();
  const get = (property: string) =>
    [...css.matchAll(new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]+)`, 'g'))].at(-1)?.[1]?.trim();
  const weight = get('font-weight');
  const slant = get('font-style');
  const dir = readAttribute(node, 'dir').toLowerCase() || get('direction');
  return {
    bold: weight ? /^(?:bold|bolder|[6-9]\d\d)/.test(weight) : undefined,
    italic: slant ? /^(?:italic|oblique)/.test(slant) : undefined,
    struck: /line-through/.test(get('text-decoration(?:-line)?') ?? '') || undefined,
    centred:
      /center/.test(get('text-align') ?? '') ||
      readAttribute(node, 'align') === 'center' ||
      names.includes('has-text-align-center') ||
      node.tagName === 'center' ||
      undefined,
    dir: dir === 'rtl' || dir === 'ltr' ? dir : undefined,
    hidden: /none/.test(get('display') ?? '') || undefined,
  };
}
