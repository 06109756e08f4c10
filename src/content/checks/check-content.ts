import { existsSync } from 'node:fs';
import { findNearest } from '../../base/nearest-name.ts';
import { createFinding, type Finding } from '../../errors.ts';
import { langs } from '../../locales.ts';
import type { Point } from '../../markdown/block.ts';
import type { Edition } from '../edition.ts';
import { findFrontmatter, locateField } from '../frontmatter.ts';
import type { Label } from '../glossary.ts';
import { portraitPath } from '../images.ts';
import type { Person } from '../people.ts';
import { readYaml } from '../read-yaml.ts';
import type { Section } from '../sections.ts';
import type { Series } from '../series.ts';
import { listEditions, type Work } from '../work.ts';

type Lists = Readonly<Record<'people' | 'sections' | 'series', unknown>>;

export interface KnownNames extends Lists {
  readonly people: readonly Label[];
  readonly topics: readonly Label[];
  readonly sections: ReadonlyMap<string, Section>;
  readonly series: ReadonlyMap<string, Series>;
  /** Whether an entry of this id or name cannot be used. */
  readonly hasLost: Readonly<Record<keyof Lists, (name: string) => boolean>>;
}

/** @param apart editions of no work */
export function checkNames(works: readonly Work[], apart: readonly Edition[], known: KnownNames): Finding[] {
  // Where nobody is listed, names are all that readers get, and any is as good.
  const [names, topics] = [known.people, known.topics].map(
    (labels) => new Set(labels.flatMap(({ id, en, fa }) => [id, en, fa])),
  ) as [Set<string>, Set<string>];
  return [
    ...[...works.flatMap(listEditions), ...apart].flatMap((edition) => checkEdition(edition, names, topics, known)),
    ...findDoubledParts(works),
    ...findLikelyPairs(works),
  ];
}

const at = (edition: Edition, ...path: PropertyKey[]) => ({ file: edition.file, ...locateField(edition.head, path) });

function checkEdition(
  edition: Edition,
  names: ReadonlySet<string>,
  topics: ReadonlySet<string>,
  known: KnownNames,
): Finding[] {
  const { frontmatter } = edition;
  const { sections, series, hasLost } = known;
  const findings: Finding[] = [];
  for (const field of ['authors', 'translators', 'topics'] as const) {
    const joined = findJoined(edition, field);
    if (joined !== undefined && !names.has(joined))
      findings.push(createFinding('NamesJoined', at(edition, field), { field, names: joined }));
  }
  for (const field of names.size ? (['authors', 'translators'] as const) : [])
    for (const [i, person] of (frontmatter[field] ?? []).entries())
      if (!names.has(person) && !hasLost.people(person) && findJoined(edition, field) === undefined)
        findings.push(
          createFinding('PersonUnknown', at(edition, field, i), { person, near: findNearest(person, names) ?? '' }),
        );
      else {
        const ids = known.people.filter(({ id, en, fa }) => id !== person && (en === person || fa === person));
        if (ids.length > 1 && !known.people.some(({ id }) => id === person)) {
          const named = ids.map(({ id }) => id).join(', ');
          findings.push(createFinding('PersonAmbiguous', at(edition, field, i), { person, ids: named }));
        }
      }
  // Any topic will do, but one that is nearly one of the list is nearly always that.
  for (const [i, topic] of (frontmatter.topics ?? []).entries()) {
    const near = topics.has(topic) || topic.length < 4 ? undefined : findNearest(topic, topics);
    // The beginning of another has a meaning of its own, and different capitals are reported as alike.
    if (near && Math.abs(near.length - topic.length) < 3 && near.toLowerCase() !== topic.toLowerCase())
      findings.push(createFinding('TopicLikely', at(edition, 'topics', i), { topic, near }));
  }
  // Both editions have what one of them says: it is reported where it is written.
  const { section, series: inSeries, part } = frontmatter;
  if (section !== undefined && !sections.has(section) && !hasLost.sections(section) && isWritten(edition, 'section')) {
    const near = findNearest(section, sections.keys()) ?? '';
    findings.push(createFinding('SectionUnknown', at(edition, 'section'), { section, near }));
  }
  if (inSeries !== undefined && !series.has(inSeries) && !hasLost.series(inSeries) && isWritten(edition, 'series')) {
    const near = findNearest(inSeries, series.keys()) ?? '';
    findings.push(createFinding('SeriesUnknown', at(edition, 'series'), { series: inSeries, near }));
  }
  if (part !== undefined && inSeries === undefined && isWritten(edition, 'part') && !isWritten(edition, 'series'))
    findings.push(createFinding('PartWithoutSeries', at(edition, 'part')));
  return findings;
}

const suffix = /[,،]\s*(?:[JS]r|II|III|IV|ph\.?d|m\.?d|m\.?a|esq)\.?$/i;

/** `authors: A, B` is no list in YAML. */
function findJoined({ frontmatter, head }: Edition, field: 'authors' | 'translators' | 'topics'): string | undefined {
  const [only, ...others] = frontmatter[field] ?? [];
  if (only === undefined || others.length || !/[,;،؛]\s*[^\s,;،؛]/.test(only) || suffix.test(only)) return undefined;
  const fields = readYaml(findFrontmatter(head)?.text ?? '').data as Record<string, unknown>;
  return typeof fields[field] === 'string' ? only : undefined;
}

function isWritten({ head }: Edition, field: string): boolean {
  const { line, column } = locateField(head, [field]);
  return line > 1 || column > 1;
}

function findDoubledParts(works: readonly Work[]): Finding[] {
  const taken = new Map<string, Work>();
  return works.flatMap((work) => {
    const [first] = listEditions(work);
    const { series, part } = first!.frontmatter;
    if (series === undefined || part === undefined) return [];
    const edition = listEditions(work).find((edition) => isWritten(edition, 'part')) ?? first!;
    const key = `${series} ${part}`;
    const other = taken.get(key);
    taken.set(key, other ?? work);
    return other
      ? [createFinding('PartTaken', at(edition, 'part'), { series, part: String(part), other: other.name })]
      : [];
  });
}

function areLikely(a: Edition, b: Edition): boolean {
  const [x, y] = [a.frontmatter, b.frontmatter];
  if ((x.kind === 'page') !== (y.kind === 'page')) return false;
  if (x.source?.url && x.source.url === y.source?.url) return true;
  if (x.cover && x.cover.src === y.cover?.src) return true;
  const byTranslation = (x.translators === undefined) !== (y.translators === undefined);
  return x.date !== '' && x.date === y.date && byTranslation && String(x.authors) === String(y.authors);
}

/** Where several works are likely to be the other side, none is named. */
function findLikelyPairs(works: readonly Work[]): Finding[] {
  const alone = works.flatMap(({ editions }) => (editions.en && editions.fa ? [] : [(editions.en ?? editions.fa)!]));
  const [en, fa] = langs.map((lang) => alone.filter((edition) => edition.lang === lang)) as [Edition[], Edition[]];
  return fa.flatMap((edition) => {
    const [other, ...more] = en.filter((candidate) => areLikely(candidate, edition));
    if (!other || more.length > 0 || fa.filter((rival) => areLikely(other, rival)).length > 1) return [];
    return [createFinding('PairLikely', { file: edition.file }, { other: other.file })];
  });
}

/** @param locate where the file names a portrait */
export function checkPortraits(
  people: ReadonlyMap<string, Person>,
  contentDir: string,
  file: string,
  locate: (path: readonly PropertyKey[]) => Point | undefined,
): Finding[] {
  return [...people].flatMap(([id, { portrait }]) => {
    if (portrait === undefined || existsSync(portraitPath(contentDir, portrait))) return [];
    return [createFinding('PortraitMissing', { file, ...locate([id, 'portrait']) }, { id, target: portrait })];
  });
}

/** @param locate where the file names a lead */
export function checkLeads(
  sections: ReadonlyMap<string, Section>,
  works: readonly Work[],
  file: string,
  locate: (path: readonly PropertyKey[]) => Point | undefined,
): Finding[] {
  const names = works.map(({ name }) => name);
  return [...sections].flatMap(([id, { lead }]) => {
    if (lead === undefined || names.includes(lead)) return [];
    const params = { lead, section: id, near: findNearest(lead, names) ?? '' };
    return [createFinding('LeadUnknown', { file, ...locate([id, 'lead']) }, params)];
  });
}
