/**
 * In hand-made exports a bare ampersand would make an XML parser take all up to the next semicolon for a name. Leaves
 * CDATA alone.
 * @returns a function to give the pieces of a file to; the last call flushes what was held back
 */
export function createAmpersandFilter(): (piece: string, isLast?: boolean) => string {
  let held = '';
  let inCdata = false;
  return (piece, isLast = false) => {
    let text = held + piece;
    held = '';
    if (!isLast) {
      // An entity or a mark of CDATA may be cut in two.
      const cut = /(?:&[^\s;<]{0,32}|<[^>]{0,8}|\]{1,2})$/.exec(text);
      if (cut) {
        held = cut[0];
        text = text.slice(0, cut.index);
      }
    }
    let out = '';
    while (text !== '') {
      const mark = inCdata ? ']]>' : '<![CDATA[';
      const at = text.indexOf(mark);
      const end = at < 0 ? text.length : at + mark.length;
      const part = text.slice(0, end);
      out += inCdata ? part : part.replace(/&(?!(?:#\d+|#x[\da-f]+|[a-z]\w{0,31});)/gi, '&amp;');
      text = text.slice(end);
      if (at >= 0) inCdata = !inCdata;
    }
    return out;
  };
}
