/** The two languages of the site. A newsroom chooses how each is tagged (`fa-AF`, `fa-IR`…) in `src/locales.ts`. */
export type Lang = 'en' | 'fa';

/**
 * What kind of text a block is. Short names as in HTML, the same in `align --json` and in gold documents:
 * heading, paragraph, list item, quoted paragraph, table row, caption, footnote, term and definition of a
 * definition list, code, image, block-level component.
 */
export type BlockType = 'h' | 'p' | 'li' | 'quote' | 'tr' | 'caption' | 'fn' | 'dt' | 'dd' | 'code' | 'img' | 'jsx';

/** Where something begins in its file: line and column, from 1. */
export interface Point {
  readonly line: number;
  readonly column: number;
}

/** The smallest piece of text that gets its own link. */
export interface Block {
  readonly type: BlockType;
  /** Heading level 1–6, list nesting 1…, quote nesting 1…; 0 elsewhere. */
  readonly depth: number;
  /** What a reader reads: no markup, white space folded to single spaces, ZWNJ kept. Code keeps its line breaks. */
  readonly text: string;
  /** Targets of links and sources of images inside, in order. */
  readonly links: readonly string[];
  /** The language that the author states for it, or for what it is in, where that is not the edition's. */
  readonly lang?: string;
}
