import { readEditionName } from '../content/edition-name.ts';
import { listEditions, listWorkNames } from '../content/work.ts';
import type { Finding } from '../errors.ts';
import { listRecordFindings } from '../records/record-files.ts';
import type { OpenSite, SiteEntry } from './open-site.ts';
import { describeLostPair } from './record-findings.ts';

export interface LeftOut {
  /** As far as the names can be told. */
  readonly works: ReadonlySet<string>;
  /** What is wrong with the works, or with what every work depends on. */
  readonly findings: readonly Finding[];
}

interface Obstacle {
  readonly work: string;
  readonly names: readonly string[];
  readonly findings: readonly Finding[];
}

function findObstacle({ name, file, record, compiled }: SiteEntry): Obstacle {
  const unreadable = Object.values(compiled).flatMap(({ findings }) =>
    findings.filter((finding) => finding.name === 'MarkdownUnreadable'),
  );
  const findings = [...(file && !record ? listRecordFindings(file) : []), ...unreadable];
  return { work: name, names: [name], findings };
}

function findPartless({ content, contentDir, entries }: OpenSite, errors: readonly Finding[]): Obstacle[] {
  const obstacles = content.unsound.map((edition): Obstacle => {
    const known = entries.find(({ record }) => record?.slugs?.[edition.lang] === edition.slug);
    const names = [...listWorkNames(edition), ...(known ? [known.name] : [])];
    return { work: names.at(-1)!, names, findings: errors.filter(({ file }) => file === edition.file) };
  });
  const known = new Set([...content.works.flatMap(listEditions), ...content.unsound].map(({ file }) => file));
  for (const finding of errors) {
    const name = readEditionName(contentDir, content.root, finding.file)?.slug;
    if (name === undefined || known.has(finding.file)) continue;
    obstacles.push({ work: name, names: [name], findings: [finding] });
  }
  return obstacles;
}

/** @param isChosen whether a work is asked for; what is wrong with settings and lists is reported in any case */
export function listLeftOut(site: OpenSite, isChosen: (work: string) => boolean): LeftOut {
  const { content, contentDir, entries, lostPairs } = site;
  const errors = content.findings.filter(({ severity }) => severity === 'error');
  const parted = new Set(lostPairs.flatMap(({ original, translation }) => [original, translation]));
  const isParted = ({ work }: SiteEntry) => listEditions(work).some((edition) => parted.has(edition));
  const obstacles = [
    ...entries.filter((entry) => entry.isSetAside && !isParted(entry)).map(findObstacle),
    ...lostPairs.map((pair): Obstacle => {
      const names = [pair.name, pair.original.slug, pair.translation.slug];
      return { work: pair.name, names, findings: [describeLostPair(pair)] };
    }),
    ...findPartless(site, errors),
  ].filter(({ names }) => names.some(isChosen));
  const ofAll = errors.filter(({ file }) => !readEditionName(contentDir, content.root, file));
  return {
    works: new Set(obstacles.map(({ work }) => work)),
    findings: [...ofAll, ...obstacles.flatMap(({ findings }) => findings)],
  };
}
