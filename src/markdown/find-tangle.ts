/** From so many open tags on, reading them all takes Sätteri seconds, and each more takes it twice as long. */
const MOST = 12;

const front = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/;
const sign =
  /\\.|^ {0,3}(?<fence>`{3,}|~{3,})|(?<ticks>`+)|(?<brace>[{}])|(?<end>\/>)|<(?<close>\/?)(?<name>[A-Za-z][\w.:-]*)/gm;

/** Where code that begins with a fence or with backticks ends; undefined where nothing ends it. */
function findEndOfCode(source: string, mark: string, isFence: boolean, from: number): number | undefined {
  const run = `${mark[0]}{${mark.length}${isFence ? ',' : ''}}`;
  const end = new RegExp(isFence ? `^ {0,3}${run}[ \\t]*$` : `(?<!\`)${run}(?!\`)|\\n[ \\t]*\\n`, 'gm');
  end.lastIndex = from;
  const found = end.exec(source);
  if (!found) return isFence ? source.length : undefined;
  return found[0].startsWith('\n') ? undefined : end.lastIndex;
}

/**
 * Finds the tags that stand within braces and are never closed, in MDX with so many of them that it could not be read
 * in any useful time: at each, Sätteri (0.10) tries what follows both as code and as text. Takes linear time itself.
 * @returns the offset of the first one, and how many there are; undefined for all other text
 */
export function findTangle(source: string): { readonly offset: number; readonly count: number } | undefined {
  // Nearly all texts are done with here.
  if (!source.includes('{')) return undefined;
  const open: { readonly name: string; readonly offset: number; readonly inBraces: boolean }[] = [];
  let depth = 0;
  const next = new RegExp(sign);
  next.lastIndex = front.exec(source)?.[0].length ?? 0;
  for (let found = next.exec(source); found; found = next.exec(source)) {
    const { fence, ticks, brace, end, close, name } = found.groups!;
    const code = fence ?? ticks;
    if (code && depth === 0) next.lastIndex = findEndOfCode(source, code, !!fence, next.lastIndex) ?? next.lastIndex;
    else if (brace) depth = brace === '{' ? depth + 1 : Math.max(0, depth - 1);
    else if (end) open.pop();
    else if (close) {
      const at = open.findLastIndex((tag) => tag.name === name);
      if (at >= 0) open.splice(at, 1);
    } else if (name) open.push({ name, offset: found.index, inBraces: depth > 0 });
  }
  const tangled = open.filter(({ inBraces }) => inBraces);
  return tangled.length > MOST ? { offset: tangled[0]!.offset, count: tangled.length } : undefined;
}
