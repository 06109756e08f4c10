const PARAMETER = 'mark';
const NAME = 'search';
const LETTER = /[\p{L}\p{N}\p{M}\u200c]/u;

function findWord(node: Text, word: string): Range[] {
  const text = node.data;
  const ranges: Range[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const before = text[at - 1] ?? '';
    const after = text[at + word.length] ?? '';
    if (LETTER.test(before) || LETTER.test(after)) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    ranges.push(range);
  }
  return ranges;
}

function* textNodes(): Generator<Text> {
  const unit = document.querySelector(':target')?.closest<HTMLElement>('[data-unit]')?.dataset.unit;
  const places = document.querySelectorAll(unit ? `[data-unit="${unit}"]` : 'main h1, .b-standfirst, [data-work]');
  for (const place of places) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) yield walker.currentNode as Text;
  }
}

/** The words leave the address, so that a copied link is clean. */
export function startSearchMarks(): void {
  const address = new URL(location.href);
  const words = address.searchParams.getAll(PARAMETER).filter((word) => word.trim().length > 1);
  if (words.length === 0) return;
  if (CSS.highlights) {
    const highlight = new Highlight();
    for (const node of textNodes())
      for (const word of words) for (const range of findWord(node, word)) highlight.add(range);
    CSS.highlights.set(NAME, highlight);
  }
  address.searchParams.delete(PARAMETER);
  history.replaceState(history.state, '', address);
}
