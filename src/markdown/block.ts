/** The settings say how each is tagged (`fa-AF`, `fa-IR`…). */
export type Lang = 'en' | 'fa';

/** Short names as in HTML, the same in `align --json` and in gold documents; `fn` is a footnote. */
export type BlockType = 'h' | 'p' | 'li' | 'quote' | 'tr' | 'caption' | 'fn' | 'dt' | 'dd' | 'code' | 'img' | 'jsx';

/** Line and column, from 1. */
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
  /** Targets of links and sources of images, in order. */
  readonly links: readonly string[];
  /** The language that the author states, where it is not the edition's. */
  readonly lang?: string;
}
