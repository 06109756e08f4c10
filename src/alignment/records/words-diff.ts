import { markCommon } from '../../base/similarity.ts';

export interface DiffSegment {
  readonly kind: 'same' | 'added' | 'removed';
  /** With the white space before each word. */
  readonly text: string;
}

const TOKEN = /\s*(?:\p{N}+(?:[.,:/٫٬]\p{N}+)*|[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['’][\p{L}\p{M}]+)*|[^\s])/gu;

/** About 3,000 words against 3,000; beyond that the texts are shown as wholly replaced. */
const MOST_CELLS = 9e6;

/** The `same` and `added` segments together are `after`; removed words are before those that replace them. */
export function diffWords(before: string, after: string): DiffSegment[] {
  const old = before.match(TOKEN) ?? [];
  const now = after.match(TOKEN) ?? [];
  const segments: { kind: DiffSegment['kind']; text: string }[] = [];
  const push = (kind: DiffSegment['kind'], text: string) => {
    const last = segments.at(-1);
    if (last?.kind === kind) last.text += text;
    else segments.push({ kind, text });
  };
  const isTooLong = old.length * now.length > MOST_CELLS;
  const common = isTooLong ? undefined : markCommon(old.map(trim), now.map(trim));
  let i = 0;
  for (const [j, token] of now.entries()) {
    if (!common?.inSecond[j]) continue;
    while (i < old.length && !common.inFirst[i]) push('removed', old[i++]!);
    for (let k = firstAdded(common.inSecond, j); k < j; k++) push('added', now[k]!);
    push('same', token);
    i++;
  }
  while (i < old.length) push('removed', old[i++]!);
  for (let k = common ? firstAdded(common.inSecond, now.length) : 0; k < now.length; k++) push('added', now[k]!);
  const end = after.slice(now.join('').length);
  if (end !== '' && segments.length > 0)
    push(segments.at(-1)!.kind === 'removed' ? 'same' : segments.at(-1)!.kind, end);
  return segments;
}

function firstAdded(inSecond: readonly boolean[], end: number): number {
  let start = end;
  while (start > 0 && !inSecond[start - 1]) start--;
  return start;
}

function trim(token: string): string {
  return token.trim();
}
