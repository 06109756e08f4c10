import type { Lang } from '../markdown/block.ts';

/** What stands in a passage's words for everything that is no words: code, addresses, tags, marks that took effect. */
export const hidden = '\uffff';

/** A piece of an edition's source that readers read as one. */
export interface Passage {
  /** `words`: text in an attribute, in the frontmatter, in raw HTML, without Markdown. */
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'words';
  readonly from: number;
  /**
   * As long as its source. What stands before a line of a quotation or list is blank; a line break that readers see
   * is `hidden`, one that they do not see is a line feed.
   */
  readonly words: string;
  /** Undefined where it is in neither of the site's languages. */
  readonly lang: Lang | undefined;
  /** In a quotation or a list, whose marks begin its lines. */
  readonly isNested: boolean;
}

/** Characters `[start, end)` become another text. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param edits none of which overlap */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let out = '';
  let last = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += source.slice(last, start) + text;
    last = end;
  }
  return out + source.slice(last);
}
