import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CssNode, parse, walk } from 'css-tree';
import { findFeature, listLacking, readOldest } from './browser-support.ts';
import type { Lack } from './lack.ts';

/** A declaration has its property, and each word of its value. */
function findPaths(node: CssNode, property: string): string[][] {
  switch (node.type) {
    case 'Declaration':
      return [['css', 'properties', node.property]];
    case 'Atrule':
      return [['css', 'at-rules', node.name]];
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      return [['css', 'selectors', node.name]];
    case 'Feature':
      return [['css', 'at-rules', 'media', node.name.replace(/^(?:min|max)-/, '')]];
    case 'Function':
      return [
        ['css', 'properties', property, node.name],
        ['css', 'types', node.name],
        ['css', 'types', 'color', node.name],
      ];
    case 'Identifier':
      return property ? [['css', 'properties', property, node.name]] : [];
    default:
      return [];
  }
}

/** Leaves out what is inside of `@supports`. */
export function listStyleLacks(folder: string): Lack[] {
  const oldest = readOldest();
  const lacks: Lack[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.css'))) {
    const path = join(folder, name);
    walk(parse(readFileSync(path, 'utf8'), { positions: true, filename: path }), function (node) {
      if (node.type === 'Atrule' && node.name === 'supports') return this.skip;
      for (const feature of findPaths(node, this.declaration?.property ?? '')) {
        const browsers = listLacking(findFeature(...feature), oldest);
        if (browsers.length > 0) {
          lacks.push({ place: `${path}:${node.loc!.start.line}`, feature: feature.join('.'), browsers });
        }
      }
      return undefined;
    });
  }
  return lacks;
}
