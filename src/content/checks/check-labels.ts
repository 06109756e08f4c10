import { createFinding, type Finding } from '../../errors.ts';
import { spellPlainly } from '../../spelling/plain-spelling.ts';
import type { Edition } from '../edition.ts';
import { locateField } from '../frontmatter.ts';
import type { Label } from '../glossary.ts';
import { findLabel } from '../labels.ts';
import { findUnfitness } from './slug-fitness.ts';

const fields = [
  { field: 'topics', kind: 'topics' },
  { field: 'authors', kind: 'people' },
  { field: 'translators', kind: 'people' },
] as const;

/** Without capitals, spaces, hyphens, letters of two keyboards. */
const foldName = (name: string) =>
  spellPlainly(name)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

function findLabelFault(name: string, { id }: Label): string | undefined {
  if (!/[\p{L}\p{N}]/u.test(name)) return 'it has no letter and no digit';
  return findUnfitness(id);
}

/** A topic or person gets a page, whose address its name makes. */
export function checkLabels(
  editions: readonly Edition[],
  known: Readonly<Record<'topics' | 'people', readonly Label[]>>,
): Finding[] {
  const findings: Finding[] = [];
  const open = (kind: 'topics' | 'people') => ({
    seen: new Set<string>(),
    byId: new Map(known[kind].map((label) => [label.id, label.en])),
    byFold: new Map(
      known[kind].flatMap(
        (label) =>
          [
            [foldName(label.en), label.en],
            [foldName(label.fa), label.fa],
          ] as [string, string][],
      ),
    ),
  });
  const state = { topics: open('topics'), people: open('people') };
  const check = (edition: Edition, field: (typeof fields)[number]['field'], kind: 'topics' | 'people') => {
    const { seen, byId, byFold } = state[kind];
    for (const [i, name] of (edition.frontmatter[field] ?? []).entries()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const label = findLabel(known[kind], name);
      if (known[kind].includes(label)) continue;
      const report = (code: 'LabelUnfit' | 'LabelsCollide' | 'LabelsAlike', params: Record<string, string>) =>
        findings.push(
          createFinding(code, { file: edition.file, ...locateField(edition.head, [field, i]) }, { name, ...params }),
        );
      const reason = findLabelFault(name, label);
      const other = byId.get(label.id);
      const alike = byFold.get(foldName(name));
      if (reason) report('LabelUnfit', { reason });
      else if (other !== undefined && foldName(other) !== foldName(name))
        report('LabelsCollide', { other, address: label.id });
      else if (other === undefined && alike !== undefined) report('LabelsAlike', { other: alike });
      if (!byId.has(label.id)) byId.set(label.id, name);
      if (!byFold.has(foldName(name))) byFold.set(foldName(name), name);
    }
  };
  for (const edition of editions) for (const { field, kind } of fields) check(edition, field, kind);
  return findings;
}
