/** The letters and digits of a text without what spelling leaves open, to compare two texts. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[ةۀ]/g, 'ه')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A title without its site's name, folded. */
export function foldTitle(title: string): string {
  return foldWords(title.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/, ''));
}
