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

/** Without the site's name. */
export function foldTitle(title: string): string {
  return foldWords(title.replace(/\s+[|–—-]\s+[^|–—]{2,40}$/, ''));
}
