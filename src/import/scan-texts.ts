import type { Block } from '../markdown/block.ts';
import type { Incoming } from './incoming.ts';
import { findPointer } from './pairing/find-pointer.ts';
import { readBlocks } from './pairing/read-blocks.ts';
import type { Source } from './source.ts';
import { stripSize } from './write/media-store.ts';
import type { Spool, SpoolPlace } from './write/spool.ts';

export interface Scanned {
  readonly text: Incoming;
  readonly pointsTo?: string | undefined;
  readonly pointsToTitle?: string | undefined;
  readonly images: ReadonlySet<string>;
  readonly isEmpty: boolean;
  readonly readBlocks: () => readonly Block[];
}

export function scanTexts(source: Source, spool: Spool, progress: (done: number) => void): Scanned[] {
  return source.texts.map((text, index) => {
    progress(index);
    const tree = text.readTree();
    source.takeNotes(text.key);
    const { blocks, images } = readBlocks(tree);
    const pointer = findPointer(tree, text.lang);
    const place = pointer?.href ? source.findPlace(pointer.href, text.key) : undefined;
    const shown = [...images, ...(text.cover ? [text.cover.src] : [])];
    const spooled: SpoolPlace = spool.put(
      JSON.stringify([{ type: 'h', depth: 1, text: text.title, links: [] }, ...blocks]),
    );
    return {
      text,
      pointsTo: place?.kind === 'text' ? place.key : undefined,
      pointsToTitle: pointer?.title,
      images: new Set(shown.map((src) => stripSize(source.findUpload(src, text.key) ?? src))),
      isEmpty: blocks.length === 0 && shown.length === 0 && !/iframe|oembed|audio|video/.test(JSON.stringify(tree)),
      readBlocks: () => JSON.parse(spool.get(spooled)) as Block[],
    };
  });
}
