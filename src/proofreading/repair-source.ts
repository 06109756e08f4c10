import type { Nodes } from 'mdast';
import { findFrontmatter } from '../content/frontmatter.ts';
import { readYaml } from '../content/read-yaml.ts';
import type { Lang } from '../markdown/block.ts';
import { spellPlainly } from '../spelling/plain-spelling.ts';
import type { Fault } from './fault.ts';
import { openPlaces } from './open-places.ts';
import { applyEdits, type Edit } from './passage.ts';
import { type ProofreadOptions, proofread } from './proofread.ts';
import { proofreadList } from './proofread-list.ts';
import { readManuscript } from './read-manuscript.ts';

export interface Change {
  /** Before the change. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface RepairOptions extends ProofreadOptions {
  /** Default: all. */
  readonly isWanted?: (fault: Fault, round: number) => boolean;
}

/** Each round may bring to light what the one before had hidden. */
const mostRounds = 6;

/** No repair may change letters, code, or what the frontmatter says. */
function readSense(source: string, file: string, lang: Lang): string | null {
  const manuscript = readManuscript(source, file, lang);
  const head = readYaml(findFrontmatter(source)?.text ?? '');
  if (!manuscript || head.fault) return null;
  let letters = '';
  const code: unknown[] = [];
  const gather = (node: Nodes): void => {
    if (node.type === 'text') letters += node.value;
    else if ('alt' in node) letters += node.alt ?? '';
    else if ('value' in node && node.type !== 'yaml')
      code.push(node.type, node.type === 'html' ? spellPlainly(node.value) : node.value);
    if ('url' in node) code.push(node.url);
    if ('attributes' in node) code.push(spellPlainly(JSON.stringify(node.attributes, ['name', 'value'])));
    if ('children' in node) for (const child of node.children) gather(child);
  };
  gather(manuscript.tree);
  const plain = spellPlainly(letters).replace(/[^\p{L}\p{M}]/gu, '');
  return JSON.stringify([plain, code, spellPlainly(JSON.stringify(head.data))]);
}

function chooseApart(faults: readonly Fault[], length: number): Fault[] {
  const taken = new Uint8Array(length);
  return faults.filter(({ repair = [] }) => {
    if (repair.some(({ start, end }) => taken.subarray(start, end).includes(1))) return false;
    for (const { start, end } of repair) taken.fill(1, start, end);
    return true;
  });
}

const editsOf = (faults: readonly Fault[]) => faults.flatMap(({ repair = [] }) => repair);

function describeChanges(source: string, edits: readonly Edit[]): Change[] {
  const groups: Edit[][] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = groups.at(-1);
    if (last && !/\s/.test(source.slice(last.at(-1)!.end, edit.start))) last.push(edit);
    else groups.push([edit]);
  }
  const placeOf = openPlaces(source);
  return groups.map((group) => {
    const [from, to] = [group[0]!.start, group.at(-1)!.end];
    const before = /\S{0,24}$/.exec(source.slice(Math.max(0, from - 24), from))![0];
    const after = /^\S{0,24}/.exec(source.slice(to, to + 24))![0];
    const edits = group.map(({ start, end, text }) => ({ start: start - from, end: end - from, text }));
    return {
      line: placeOf(from).line,
      before: `${before}${source.slice(from, to)}${after}`,
      after: `${before}${applyEdits(source.slice(from, to), edits)}${after}`,
    };
  });
}

/** `repairSource`, for a list of `content/` in YAML. */
export function repairList(
  source: string,
  isWanted: (fault: Fault) => boolean = () => true,
): { readonly source: string; readonly changes: readonly Change[] } {
  const edits = editsOf(chooseApart(proofreadList(source).filter(isWanted), source.length));
  const repaired = applyEdits(source, edits);
  const read = (text: string) => spellPlainly(JSON.stringify(readYaml(text).data));
  return read(repaired) === read(source)
    ? { source: repaired, changes: describeChanges(source, edits) }
    : { source, changes: [] };
}

/** Repairs what has exactly one right form; never code, addresses or names of fields. A second time changes no more. */
export function repairSource(
  source: string,
  file: string,
  lang: Lang,
  { isWanted = () => true, ...options }: RepairOptions = {},
): { readonly source: string; readonly changes: readonly Change[] } {
  const changes: Change[] = [];
  let text = source;
  for (let round = 0; round < mostRounds; round++) {
    const found = proofread(text, file, lang, options).filter((fault) => fault.repair && isWanted(fault, round));
    if (found.length === 0) break;
    const sense = readSense(text, file, lang);
    const keeps = (faults: readonly Fault[]) => readSense(applyEdits(text, editsOf(faults)), file, lang) === sense;
    const apart = chooseApart(found, text.length);
    const kept = keeps(apart) ? apart : apart.filter((fault) => keeps([fault]));
    if (kept.length === 0 || !keeps(kept)) break;
    const edits = editsOf(kept);
    changes.push(...describeChanges(text, edits));
    const repaired = applyEdits(text, edits);
    if (repaired === text) break;
    text = repaired;
  }
  return { source: text, changes };
}
