import type { Lang } from '../../markdown/block.ts';
import type { Draft } from './draft.ts';
import type { AlignmentRecord } from './record.ts';

/**
 * Lead every id of the past to a live unit: the one that took its blocks over, else the one that now holds its text,
 * else the new one in its place, else the nearest before it in the record, else the nearest after it.
 */
export function resolveAliases(
  base: AlignmentRecord,
  drafts: readonly Draft[],
  live: readonly Draft[],
  texts: Record<Lang, readonly string[]>,
): Record<string, string> {
  const heirs = new Map<string, string>(Object.entries(base.aliases));
  const liveIds = new Set(live.map((draft) => draft.id));
  const holders = new Map<string, string>();
  for (const side of ['fa', 'en'] as const)
    for (const draft of live) for (const i of draft[side]) holders.set(texts[side][i]!, draft.id);
  const places = new Map<string, number>();
  const order: Draft[] = drafts.filter((draft) => draft.from.length > 0);
  for (const [place, draft] of order.entries()) for (const unit of draft.from) places.set(unit.id, place);
  const nearest = nearestLive(order, liveIds);
  const successors = findSuccessors(order, live);

  for (const [place, draft] of order.entries()) {
    for (const unit of draft.from) {
      if (liveIds.has(unit.id)) continue;
      const holder = [...unit.en, ...unit.fa].map((text) => holders.get(text)).find((id) => id !== undefined);
      const heir = liveIds.has(draft.id) ? draft.id : (holder ?? successors.get(draft) ?? nearest[place]);
      if (heir !== undefined) heirs.set(unit.id, heir);
    }
  }
  const resolved: Record<string, string> = {};
  const fallback = live[0]?.id;
  for (const unit of base.gone) if (!heirs.has(unit.id) && fallback) heirs.set(unit.id, fallback);
  for (const id of [...heirs.keys()].sort()) {
    if (liveIds.has(id)) continue;
    const seen = new Set<string>();
    let heir: string | undefined = heirs.get(id);
    while (heir !== undefined && !liveIds.has(heir) && !seen.has(heir)) {
      seen.add(heir);
      heir = heirs.get(heir);
    }
    const end = heir !== undefined && liveIds.has(heir) ? heir : fallback;
    if (end !== undefined) resolved[id] = end;
  }
  return resolved;
}

function findSuccessors(order: readonly Draft[], live: readonly Draft[]): Map<Draft, string> {
  const successors = new Map<Draft, string>();
  const places = new Map(live.map((draft, place) => [draft, place]));
  let lost: Draft[] = [];
  let start = -1;
  const fill = (end: number) => {
    const fresh = live.slice(start + 1, Math.max(start + 1, end)).filter((draft) => draft.from.length === 0);
    if (fresh.length > 0)
      for (const [n, draft] of lost.entries())
        successors.set(draft, fresh[Math.floor((n * fresh.length) / lost.length)]!.id);
    lost = [];
  };
  for (const draft of order) {
    const place = places.get(draft);
    if (place === undefined) lost.push(draft);
    else {
      if (lost.length > 0) fill(place);
      start = place;
    }
  }
  if (lost.length > 0) fill(live.length);
  return successors;
}

function nearestLive(order: readonly Draft[], liveIds: ReadonlySet<string>): (string | undefined)[] {
  const nearest: (string | undefined)[] = [];
  let last: string | undefined;
  for (const [place, draft] of order.entries()) {
    if (liveIds.has(draft.id)) last = draft.id;
    nearest[place] = last;
  }
  let next: string | undefined;
  for (let place = order.length - 1; place >= 0; place--) {
    if (liveIds.has(order[place]!.id)) next = order[place]!.id;
    nearest[place] ??= next;
  }
  return nearest;
}

export function invertAliases(aliases: Readonly<Record<string, string>>): Map<string, string[]> {
  const inverted = new Map<string, string[]>();
  for (const [alias, id] of Object.entries(aliases)) {
    const list = inverted.get(id);
    if (list) list.push(alias);
    else inverted.set(id, [alias]);
  }
  return inverted;
}
