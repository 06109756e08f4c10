/** Persian words have none of these: vowels other than tanwin -an, teh marbuta, hamza on alef. */
const arabicSign = /[\u064c-\u0650\u0652\u0670\u0671]|[ةأإ]/;
const arabicArticle = /^[وبفلک]?ال/;
/** Of Pashto, Urdu and Uyghur; Persian has none of them. */
const otherLetter = /[ټډړږښګڼېۍځڅٹڈڑںےھہۂۃۆۇۈۋەڭ]/;
const word = /[\p{Script=Arabic}\u064b-\u0652\u200c]+/gu;
const divide = /[^.!?؟؛\n«»“”"()[\]\ufd3e\ufd3f]+/g;

/** Of words, weighed by how surely they are foreign: from here on a piece is not Persian. */
const leastShare = 0.4;
const leastArticles = 0.6;

function isForeign(words: readonly string[]): boolean {
  const arabic = words.filter((one) => arabicSign.test(one)).length;
  const articles = words.filter((one) => !arabicSign.test(one) && arabicArticle.test(one)).length;
  const others = words.filter((one) => otherLetter.test(one)).length;
  if ((2 * others) / words.length >= leastShare) return true;
  if (arabic > 0 && (arabic + articles) / words.length >= leastShare) return true;
  return words.length > 2 && articles / words.length >= leastArticles;
}

/** Where ي and ك are right: whole quotations, sentences or single words, as `[start, end)`. */
export function findOtherLanguages(text: string): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const piece of text.matchAll(divide)) {
    const words = [...piece[0].matchAll(word)];
    if (words.length === 0) continue;
    if (isForeign(words.map(([one]) => one))) found.push([piece.index, piece.index + piece[0].length]);
    else
      for (const { 0: one, index } of words)
        if (arabicSign.test(one) || otherLetter.test(one))
          found.push([piece.index + index, piece.index + index + one.length]);
  }
  return found;
}
