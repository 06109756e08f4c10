import { createFinding, type Finding } from '../errors.ts';
import { otherLang } from '../locales.ts';
import type { Lang } from '../markdown/block.ts';
import type { Edition } from './edition.ts';
import { locateField, sharedFields } from './frontmatter.ts';

export interface Work {
  /** The slug of the edition that the other one names, or that both share. */
  readonly name: string;
  readonly original: Lang;
  readonly editions: Readonly<Partial<Record<Lang, Edition>>>;
}

export function listEditions(work: Work): Edition[] {
  return [work.editions[work.original], work.editions[otherLang(work.original)]].filter((e) => e !== undefined);
}

/** If so, Vite has to compile the work. */
export const importsModules = (work: Work) => listEditions(work).some(({ mayImport }) => mayImport);

/** Goes by what the editions say; contradictions are added to the findings. */
export function decideOriginal(en: Edition | undefined, fa: Edition | undefined, findings: Finding[] = []): Lang {
  if (!en || !fa) {
    const only = (en ?? fa)!;
    return only.frontmatter.original ?? (only.frontmatter.translators ? otherLang(only.lang) : only.lang);
  }
  const [a, b] = [en.frontmatter.original, fa.frontmatter.original];
  if (a && b && a !== b) {
    const params = { other: en.file, theirs: a, ours: b };
    findings.push(createFinding('OriginalContradiction', locate(fa, 'original'), params));
  }
  if (a ?? b) return (a ?? b)!;
  if (en.frontmatter.translators && !fa.frontmatter.translators) return 'fa';
  if (fa.frontmatter.translators) return 'en';
  return en.frontmatter.translationOf && !fa.frontmatter.translationOf ? 'fa' : 'en';
}

/** Whether a work is a page such as about or contact, which is in no list. */
export function isPage(work: Work): boolean {
  return listEditions(work)[0]!.frontmatter.kind === 'page';
}

function shareFields({ en, fa }: Work['editions'], findings: Finding[]): Work['editions'] {
  if (!en || !fa) return { ...(en && { en }), ...(fa && { fa }) };
  const [ours, theirs] = [{ ...fa.frontmatter }, { ...en.frontmatter }];
  const disagree = (field: 'kind' | (typeof sharedFields)[number], a: unknown, b: unknown) => {
    const params = { field, other: en.file, theirs: String(b), ours: String(a) };
    findings.push(createFinding('EditionsDisagree', locate(fa, field), params));
  };
  if (ours.kind !== theirs.kind && (ours.kind === 'page' || theirs.kind === 'page'))
    disagree('kind', ours.kind ?? 'article', theirs.kind ?? 'article');
  for (const field of sharedFields) {
    if (ours[field] !== undefined && theirs[field] !== undefined && ours[field] !== theirs[field])
      disagree(field, ours[field], theirs[field]);
    for (const [edition, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const)
      if (edition[field] === undefined && other[field] !== undefined) Object.assign(edition, { [field]: other[field] });
  }
  return { en: { ...en, frontmatter: theirs }, fa: { ...fa, frontmatter: ours } };
}

function readName(edition: Edition): string | undefined {
  return edition.frontmatter.translationOf?.normalize('NFC').replace(/^\.?\/+|\.mdx?$/g, '');
}

export function listWorkNames(edition: Edition): string[] {
  return [edition.slug, readName(edition) ?? edition.slug];
}

/** Two that name each other are named by the one without translators. */
function findNamed(edition: Edition, bySlug: Readonly<Record<Lang, ReadonlyMap<string, Edition>>>): Edition | null {
  const seen = [edition];
  for (let at = edition; ; ) {
    const name = readName(at);
    if (name === undefined) return at;
    const next = bySlug[otherLang(at.lang)].get(name);
    if (!next) return null;
    if (seen.includes(next)) return seen.find((e) => !e.frontmatter.translators) ?? next;
    seen.push(next);
    at = next;
  }
}

/**
 * Editions are one work by equal slugs or `translationOf`.
 * @param unsound editions that only may be named
 * @returns `surplus`: what another edition is already
 */
export function assembleWorks(
  editions: readonly Edition[],
  unsound: readonly Edition[] = [],
): { works: Work[]; unpaired: Edition[]; surplus: Edition[]; findings: Finding[] } {
  const [unpaired, surplus]: [Edition[], Edition[]] = [[], []];
  const findings = findAlike(editions);
  const refuse = (edition: Edition, taken: Edition, name: string) => {
    surplus.push(edition);
    findings.push(claimedTwice(edition, taken, name));
  };
  const bySlug: Record<Lang, Map<string, Edition>> = { en: new Map(), fa: new Map() };
  for (const edition of editions) {
    const taken = bySlug[edition.lang].get(edition.slug);
    if (taken) refuse(edition, taken, edition.slug);
    else bySlug[edition.lang].set(edition.slug, edition);
  }
  const groups = new Map<string, Partial<Record<Lang, Edition>>>();
  for (const lang of ['en', 'fa'] as const)
    for (const edition of bySlug[lang].values()) {
      const name = findNamed(edition, bySlug)?.slug;
      if (name === undefined) {
        unpaired.push(edition);
        const named = readName(edition)!;
        const isNamed = ({ lang: other, slug }: Edition) => other !== lang && slug === named;
        // What it names may itself be a translation of nothing, and reported as that.
        if (!editions.some(isNamed) && !unsound.some(isNamed))
          findings.push(createFinding('TranslationOfUnknown', locate(edition), { slug: named }));
        continue;
      }
      const group = groups.get(name) ?? {};
      const taken = group[lang];
      if (taken) refuse(edition, taken, name);
      else groups.set(name, { ...group, [lang]: edition });
    }
  const works = [...groups]
    .map(([name, group]) => ({
      name,
      original: decideOriginal(group.en, group.fa, findings),
      editions: shareFields(group, findings),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return { works, unpaired, surplus, findings };
}

/** On Windows and macOS they are one file, and one page there. */
function findAlike(editions: readonly Edition[]): Finding[] {
  const seen = new Map<string, Edition>();
  return editions.flatMap((edition) => {
    const folded = edition.slug.toLowerCase();
    const other = seen.get(folded);
    if (!other) seen.set(folded, edition);
    if (!other || other.slug === edition.slug) return [];
    return [createFinding('SlugsAlike', { file: edition.file }, { slug: edition.slug, other: other.file })];
  });
}

function locate(edition: Edition, field = 'translationOf'): { file: string; line: number; column: number } {
  return { file: edition.file, ...locateField(edition.head, [field]) };
}

function claimedTwice(edition: Edition, taken: Edition, work: string): Finding {
  const language = edition.lang === 'en' ? 'English' : 'Persian';
  return createFinding('WorkClaimedTwice', locate(edition), { other: taken.file, work, language });
}
