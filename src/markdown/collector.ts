import type { Finding } from '../errors.ts';
import type { Block, Lang } from '../works/block.ts';
import type { Glossary, Term } from '../works/glossary.ts';

/** A link or image as the author wrote it, with its place. `beyt:<index>` stands for it in the compiled HTML. */
export interface Reference {
  readonly target: string;
  readonly line: number;
  readonly column: number;
}

/** A heading as a place that links may name: `#its-words-joined`. */
export interface Heading {
  readonly slug: string;
  readonly depth: number;
  readonly text: string;
  /** Index of its block. */
  readonly block: number;
}

/** What the plugins gather while Sätteri walks one edition. One a compile, thrown away after it. */
export interface Collector {
  readonly lang: Lang;
  readonly file: string;
  readonly glossary: Glossary;
  readonly blocks: Block[];
  readonly links: Reference[];
  readonly images: Reference[];
  readonly headings: Heading[];
  readonly findings: Finding[];
  /** Terms that have shown their other-language form: once an edition is enough. */
  readonly glossed: Set<Term>;
  /** Names that the edition imports or defines itself. */
  ownNames: string;
  /** The edition imports something: only Vite can compile it. */
  imports: boolean;
  /** Positions of table rows in order, where raw HTML makes the tree lose its own. */
  readonly rows: { readonly line: number; readonly column: number }[];
  /** Position of the last node that had one. */
  line: number;
  column: number;
}

export function createCollector(lang: Lang, file: string, glossary: Glossary): Collector {
  return {
    lang,
    file,
    glossary,
    blocks: [],
    links: [],
    images: [],
    headings: [],
    findings: [],
    glossed: new Set(),
    ownNames: '',
    imports: false,
    rows: [],
    line: 1,
    column: 1,
  };
}
