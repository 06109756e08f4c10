import type { Lang } from '../markdown/block.ts';

/** In place of code, addresses, tags, marks that took effect. */
export const hidden = '\uffff';

export interface Passage {
  /** `words` is text without Markdown: an attribute, the frontmatter, raw HTML. */
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'words';
  readonly from: number;
  /** As long as its source; blanks before nested lines. A break is `hidden` where readers see it, else a line feed. */
  readonly words: string;
  /** Undefined for a language that is none of the site's. */
  readonly lang: Lang | undefined;
  /** Marks of a quotation or a list begin its lines. */
  readonly isNested: boolean;
}

/** Replaces `[start, end)`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param edits do not overlap */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let out = '';
  let last = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += source.slice(last, start) + text;
    last = end;
  }
  return out + source.slice(last);
}
