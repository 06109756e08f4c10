/** A word in more texts says little of which belong together. */
const COMMON_WORD = 12;

/**
 * Finds texts by the uncommon words that they share with another.
 * @param texts each with its words, each word once
 * @returns the texts that have any of the words that it is asked for
 */
export function indexWords<T>(
  texts: Iterable<readonly [text: T, words: Iterable<string>]>,
): (words: Iterable<string>) => Set<T> {
  const index = new Map<string, T[]>();
  for (const [text, words] of texts)
    for (const word of words) {
      const list = index.get(word);
      if (list) list.push(text);
      else index.set(word, [text]);
    }
  return (words) => {
    const found = new Set<T>();
    for (const word of words) {
      const list = index.get(word);
      if (list && list.length <= COMMON_WORD) for (const text of list) found.add(text);
    }
    return found;
  };
}
