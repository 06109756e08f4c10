import type { Lang } from '../../markdown/block.ts';
import { type Draft, isLive } from './draft.ts';

/** By the first block in the original; a unit absent there follows its predecessor in the other edition or `drafts`. */
export function sortReading(drafts: readonly Draft[], original: Lang): Draft[] {
  const other = original === 'en' ? 'fa' : 'en';
  const followers = new Map<Draft | null, Draft[]>();
  const follow = (leader: Draft | null, draft: Draft) => {
    const list = followers.get(leader);
    if (list) list.push(draft);
    else followers.set(leader, [draft]);
  };
  const owners: Draft[] = [];
  for (const draft of drafts) for (const block of draft[other]) owners[block] = draft;

  const leaders = drafts.filter((draft) => draft[original].length > 0);
  leaders.sort((a, b) => a[original][0]! - b[original][0]!);
  for (const [block, draft] of owners.entries()) {
    if (draft[original].length === 0 && draft[other][0] === block) follow(owners[block - 1] ?? null, draft);
  }
  let last: Draft | null = null;
  for (const draft of drafts) {
    if (!isLive(draft) && draft.absent) follow(last, draft);
    if (isLive(draft) || draft.absent) last = draft;
  }

  const sorted: Draft[] = [];
  const stack = [...(followers.get(null) ?? []), ...leaders].reverse();
  while (stack.length > 0) {
    const draft = stack.pop()!;
    sorted.push(draft);
    stack.push(...(followers.get(draft) ?? []).reverse());
  }
  return sorted;
}
