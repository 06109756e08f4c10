import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GoldDocument, GoldFolder } from '../alignment/evaluation/gold-document.ts';
import { stripMarkup } from '../alignment/pairing/block-reading.ts';
import type { Block, BlockType } from '../markdown/block.ts';

interface GoldBlock {
  readonly type: string;
  readonly lvl?: number;
  readonly text: string;
  readonly links?: readonly string[];
}

/** A document (`en.json`, `fa.json`, `gold.json`), a folder of documents, or a folder of such folders. */
export function readGoldFolders(path: string): GoldFolder[] {
  if (isDocument(path)) return [{ name: basename(path), documents: [readDocument(path)] }];
  const folders = readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((entry) => statSync(entry).isDirectory());
  const documents = folders.filter(isDocument);
  if (documents.length > 0) return [{ name: basename(path), documents: documents.map(readDocument) }];
  return folders.flatMap(readGoldFolders);
}

function isDocument(path: string): boolean {
  return existsSync(join(path, 'gold.json'));
}

function readDocument(path: string): GoldDocument {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(path, name), 'utf8'));
  const gold = read('gold.json') as [number[], number[]][];
  return {
    name: basename(path),
    en: (read('en.json') as GoldBlock[]).map(readGoldBlock),
    fa: (read('fa.json') as GoldBlock[]).map(readGoldBlock),
    gold: gold.map(([en, fa]) => ({ en, fa })),
  };
}

/** Gold blocks hold Markdown; the site's own hold what a reader reads, links aside. */
function readGoldBlock({ type, lvl, text, links }: GoldBlock): Block {
  const stripped = stripMarkup(text, type as BlockType);
  return {
    type: type as BlockType,
    depth: lvl ?? 0,
    text: stripped.text,
    links: [...(links ?? []), ...stripped.links],
  };
}
