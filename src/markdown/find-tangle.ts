/** From here on, each more open tag doubles the seconds that Sätteri takes. */
const MOST = 12;

const token =
  /\\.|^ {0,3}(?<fence>`{3,}|~{3,})|(?<ticks>`+)|(?<brace>[{}])|(?<end>\/>)|<(?<close>\/?)(?<name>[A-Za-z][\w.:-]*)/gm;

function findEndOfCode(source: string, mark: string, isFence: boolean, from: number): number | undefined {
  const run = `${mark[0]}{${mark.length}${isFence ? ',' : ''}}`;
  const end = new RegExp(isFence ? `^ {0,3}${run}[ \\t]*$` : `(?<!\`)${run}(?!\`)|\\n[ \\t]*\\n`, 'gm');
  end.lastIndex = from;
  const found = end.exec(source);
  if (!found) return isFence ? source.length : undefined;
  return found[0].startsWith('\n') ? undefined : end.lastIndex;
}

interface Tag {
  readonly offset: number;
  closed: boolean;
}

function closeLast(tags: Tag[] | undefined): void {
  let tag = tags?.pop();
  while (tag?.closed) tag = tags!.pop();
  if (tag) tag.closed = true;
}

/**
 * Finds tags within braces that are never closed, if so many that reading would take too long: at each, Sätteri (0.10)
 * tries what follows both as code and as text.
 * @returns the offset of the first one, and their number
 */
export function findTangle(source: string, from = 0): { readonly offset: number; readonly count: number } | undefined {
  // Nearly all texts are done with here.
  if (!source.includes('{', from)) return undefined;
  const tangled: Tag[] = [];
  const opened: Tag[] = [];
  const byName = new Map<string, Tag[]>();
  let depth = 0;
  const next = new RegExp(token);
  next.lastIndex = from;
  for (let found = next.exec(source); found; found = next.exec(source)) {
    const { fence, ticks, brace, end, close, name } = found.groups!;
    const code = fence ?? ticks;
    if (code && depth === 0) next.lastIndex = findEndOfCode(source, code, !!fence, next.lastIndex) ?? next.lastIndex;
    else if (brace) depth = brace === '{' ? depth + 1 : Math.max(0, depth - 1);
    else if (end) closeLast(opened);
    else if (close) closeLast(byName.get(name!));
    else if (name) {
      const tag = { offset: found.index, closed: false };
      opened.push(tag);
      const same = byName.get(name);
      if (same) same.push(tag);
      else byName.set(name, [tag]);
      if (depth > 0) tangled.push(tag);
    }
  }
  const left = tangled.filter(({ closed }) => !closed);
  return left.length > MOST ? { offset: left[0]!.offset, count: left.length } : undefined;
}
