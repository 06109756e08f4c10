import type { Random } from '../../base/random.ts';
import type { Block } from '../../markdown/block.ts';
import type { GoldDocument } from './gold-document.ts';

export interface Unit {
  readonly en: readonly Block[];
  readonly fa: readonly Block[];
}

export interface Draft {
  readonly name: string;
  readonly en: Unit[];
  readonly fa: Unit[];
}

export function readDraft(document: GoldDocument): Draft {
  const units = document.gold.map(({ en, fa }) => ({
    first: fa[0] ?? -1,
    unit: { en: en.map((i) => document.en[i]!), fa: fa.map((j) => document.fa[j]!) },
  }));
  return {
    name: document.name,
    en: units.map(({ unit }) => unit).filter((unit) => unit.en.length > 0),
    fa: units
      .filter(({ unit }) => unit.fa.length > 0)
      .sort((a, b) => a.first - b.first)
      .map(({ unit }) => unit),
  };
}

function joinBlocks(blocks: readonly Block[], type = blocks[0]!.type): Block[] {
  if (blocks.length < 2) return blocks.map((block) => ({ ...block, type }));
  return [{ ...blocks[0]!, type, text: blocks.map((b) => b.text).join(' '), links: blocks.flatMap((b) => b.links) }];
}

function splitBlock(block: Block, random: Random): Block[] {
  const sentences = block.text.split(/(?<=[.!?؟])\s+(?=\S)/);
  if (block.type !== 'p' || sentences.length < 2) return [block];
  const at = 1 + Math.floor(random() * (sentences.length - 1));
  return [sentences.slice(0, at), sentences.slice(at)].map((part) => ({ ...block, text: part.join(' ') }));
}

/** Short paragraphs become paragraphs of a newspaper, of at most `most` sentences. */
export function joinSentences(draft: Draft, most: number, random: Random): Draft {
  const units: Unit[] = [];
  for (let at = 0; at < draft.en.length; ) {
    const size = 1 + Math.floor(random() * most);
    const run = draft.en.slice(at, at + size);
    units.push({ en: joinBlocks(run.flatMap((u) => u.en)), fa: joinBlocks(run.flatMap((u) => u.fa)) });
    at += size;
  }
  return { name: draft.name, en: units, fa: [...units] };
}

/** Cuts a document into parts of this many units; a rest of less than half is left out. */
export function cutDraft(draft: Draft, size: number): Draft[] {
  const parts: Draft[] = [];
  for (let at = 0; at + size / 2 < draft.en.length; at += size) {
    const units = draft.en.slice(at, at + size);
    parts.push({ name: `${draft.name}-${parts.length}`, en: units, fa: [...units] });
  }
  return parts;
}

export const isPlain = (unit: Unit | undefined): unit is Unit => unit?.en.length === 1 && unit.fa.length === 1;
const isProse = (unit: Unit): boolean => [...unit.en, ...unit.fa].every((b) => !/^(?:h|jsx|img|code)$/.test(b.type));

function replaceUnits(draft: Draft, old: readonly Unit[], by: Unit): void {
  for (const lang of ['en', 'fa'] as const) {
    const at = draft[lang].indexOf(old[0]!);
    draft[lang].splice(at, old.length, ...(by[lang].length > 0 ? [by] : []));
  }
}

/** Splits, joins, drops, inserts and swaps, each at the given rate per unit. */
export function disturb(draft: Draft, rate: number, strangers: readonly Unit[], random: Random): void {
  for (const unit of [...draft.en]) {
    const at = draft.en.indexOf(unit);
    const faAt = draft.fa.indexOf(unit);
    if (at < 0 || faAt < 0 || !isPlain(unit)) continue;
    const lang = random() < 0.5 ? ('en' as const) : ('fa' as const);
    const roll = random() / rate;
    if (roll < 1 && isProse(unit)) {
      replaceUnits(draft, [unit], { ...unit, [lang]: unit[lang].flatMap((block) => splitBlock(block, random)) });
    } else if (roll >= 1 && roll < 2) {
      const count = random() < 0.8 ? 2 : 3;
      const run = draft.en.slice(at, at + count);
      const same = run.every((u, k) => isPlain(u) && isProse(u) && draft.fa[faAt + k] === u);
      if (!same || run.length < count) continue;
      const [en, fa] = [run.flatMap((u) => u.en), run.flatMap((u) => u.fa)];
      replaceUnits(draft, run, { en, fa, [lang]: joinBlocks(lang === 'en' ? en : fa) });
    } else if (roll >= 2 && roll < 3 && unit.en[0]!.type !== 'h') {
      draft[lang].splice(draft[lang].indexOf(unit), 1);
    } else if (roll >= 3 && roll < 4) {
      const stranger = strangers[Math.floor(random() * strangers.length)]!;
      draft[lang].splice(draft[lang].indexOf(unit), 0, { en: [], fa: [], [lang]: stranger[lang] });
    } else if (roll >= 4 && roll < 5 && isPlain(draft.fa[faAt + 1]) && isProse(unit) && isProse(draft.fa[faAt + 1]!)) {
      draft.fa.splice(faAt, 2, draft.fa[faAt + 1]!, unit);
    }
  }
}

/** Neighbouring sections of the Persian text: from heading to heading, or of `size` units. */
export function moveSections(draft: Draft, size: number, random: Random): void {
  const heads = draft.fa.flatMap((unit, at) => (unit.fa[0]?.type === 'h' ? [at] : []));
  const bounds = heads.length > 3 ? [...heads, draft.fa.length] : [2, 2 + size, 2 + 2 * size];
  const k = Math.floor(random() * (bounds.length - 2));
  const [a, b, c] = [bounds[k]!, bounds[k + 1]!, bounds[k + 2]!];
  draft.fa.splice(a, c - a, ...draft.fa.slice(b, c), ...draft.fa.slice(a, b));
}

export function collapseLists(draft: Draft, lang: 'en' | 'fa'): void {
  for (let at = 0; at < draft.en.length; at++) {
    let end = at;
    while (isPlain(draft.en[end]) && draft.en[end]!.en[0]!.type === 'li' && end - at < 6) end++;
    if (end - at < 2) continue;
    const run = draft.en.slice(at, end);
    const from = draft.fa.indexOf(run[0]!);
    if (!run.every((unit, k) => draft.fa[from + k] === unit)) continue;
    const [en, fa] = [run.flatMap((u) => u.en), run.flatMap((u) => u.fa)];
    replaceUnits(draft, run, { en, fa, [lang]: joinBlocks(lang === 'en' ? en : fa, 'p') });
  }
}

/** Leaves a run of units out of one side: a translation that has fallen behind. */
export function dropRun(draft: Draft, random: Random): void {
  const lang = random() < 0.7 ? ('fa' as const) : ('en' as const);
  const length = Math.min(2 + Math.floor(random() * 8), Math.floor(draft[lang].length / 3));
  const at = Math.floor(random() * (draft[lang].length - length));
  draft[lang].splice(at, length);
}

export function finishDraft(draft: Draft): GoldDocument {
  const number = (units: readonly Unit[], lang: 'en' | 'fa'): Map<Unit, number[]> => {
    let next = 0;
    return new Map(units.map((unit) => [unit, unit[lang].map(() => next++)]));
  };
  const [en, fa] = [number(draft.en, 'en'), number(draft.fa, 'fa')];
  return {
    name: draft.name,
    en: draft.en.flatMap((unit) => unit.en),
    fa: draft.fa.flatMap((unit) => unit.fa),
    gold: [...new Set([...draft.en, ...draft.fa])].map((unit) => ({ en: en.get(unit) ?? [], fa: fa.get(unit) ?? [] })),
  };
}
