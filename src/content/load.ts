import { join, relative, sep } from 'node:path';
import { digest } from '../base/digest.ts';
import type { Finding } from '../errors.ts';
import { currentSettings } from '../settings/current.ts';
import type { ReadSettings } from '../settings/read-settings.ts';
import { checkLeads, checkNames, checkPortraits } from './checks/check-content.ts';
import { checkDates } from './checks/check-dates.ts';
import { checkLabels } from './checks/check-labels.ts';
import { checkSettings } from './checks/check-settings.ts';
import { type ChecksOff, gatherChecksOff, isSwitchedOff, listFollowing } from './checks/checks-off.ts';
import { checkTakenSlugs, listOwnPages } from './checks/own-pages.ts';
import { type ContentFiles, type List, lists, readContentFiles } from './content-files.ts';
import type { Edition } from './edition.ts';
import { type Glossary, parseGlossary } from './glossary.ts';
import { createAlikeSearch, createPathCheck } from './links.ts';
import { type Person, readPeople } from './people.ts';
import { type Plan, planWorks } from './planning.ts';
import { readYaml } from './read-yaml.ts';
import { listRedirects, type Redirect } from './redirects.ts';
import { readSections, type Section } from './sections.ts';
import { readSeries, type Series } from './series.ts';
import { assembleWorks, listEditions, type Work } from './work.ts';

export interface Content {
  /** Findings name files from here. */
  readonly root: string;
  readonly works: readonly Work[];
  /** They take no part, because of their frontmatter or their names. */
  readonly unsound: readonly Edition[];
  /** Sound but for `translationOf`, which names an edition that is not there. */
  readonly unpaired: readonly Edition[];
  /** Its people are those of `people.yaml` too. */
  readonly glossary: Glossary;
  readonly people: ReadonlyMap<string, Person>;
  readonly sections: ReadonlyMap<string, Section>;
  readonly series: ReadonlyMap<string, Series>;
  /** What is not published, or would not be without a preview. */
  readonly plan: Plan;
  readonly checksOff: ChecksOff;
  readonly redirects: readonly Redirect[];
  /** Of people, sections and series too. */
  readonly glossaryDigest: string;
  readonly findings: readonly Finding[];
}

export interface Showing {
  /** Drafts, what waits for its time and what has expired take part. */
  readonly preview: boolean;
  /** Decides what is published. */
  readonly now: Date;
}

export function assembleContent(
  { contentDir, root, lists: texts, editions, findings: ofFiles }: ContentFiles,
  showing: Showing,
  read: ReadSettings = currentSettings,
): Content {
  const { settings } = read;
  const fileOf = (list: List) =>
    relative(root, join(contentDir, `${list}.yaml`))
      .split(sep)
      .join('/');
  const glossary = parseGlossary(texts.glossary, fileOf('glossary'));
  const people = readPeople(texts.people, fileOf('people'));
  const sections = readSections(texts.sections, fileOf('sections'));
  const series = readSeries(texts.series, fileOf('series'));
  const labels = [...people.entries].map(([id, { name }]) => ({ id, ...name }));
  const known = {
    people: [...labels, ...glossary.glossary.people.filter(({ id }) => !people.entries.has(id))],
    topics: glossary.glossary.topics,
    sections: sections.entries,
    series: series.entries,
    hasLost: { people: people.hasLost, sections: sections.hasLost, series: series.hasLost },
  };
  const good: Edition[] = [];
  const unsound: Edition[] = [];
  const findings = [
    ofFiles,
    read.findings,
    glossary.findings,
    people.findings,
    sections.findings,
    series.findings,
  ].flat();
  for (const result of editions.values()) {
    const faulty = 'findings' in result ? result : undefined;
    const edition = faulty?.edition ?? (result as Edition);
    if (faulty) findings.push(...faulty.findings);
    (faulty && !faulty.takesPart ? unsound : good).push(edition);
  }
  const { works: all, unpaired, surplus, findings: ofWorks } = assembleWorks(good, unsound);
  const apart = [...unsound, ...unpaired, ...surplus];
  const every = [...all.flatMap(listEditions), ...apart];
  findings.push(...ofWorks, ...checkNames(all, apart, known), ...every.flatMap(checkDates));
  findings.push(...checkTakenSlugs(good, listOwnPages(join(root, 'src/pages'))));
  findings.push(...checkLabels(every, { topics: glossary.glossary.topics, people: known.people }));
  findings.push(...checkLeads(known.sections, all, fileOf('sections'), readYaml(texts.sections).find));
  findings.push(...checkPortraits(people.entries, contentDir, fileOf('people'), readYaml(texts.people).find));
  const plan = planWorks(all, showing.now, settings.timeZone);
  const content: Content = {
    root,
    unsound: apart,
    unpaired,
    // After works are assembled, so that an edition may already name one that is still a draft.
    works: showing.preview ? plan.all : plan.published,
    glossary: { ...glossary.glossary, people: known.people },
    people: people.entries,
    sections: known.sections,
    series: known.series,
    plan,
    checksOff: gatherChecksOff(all, [...settings.checks.off, ...listFollowing(read.wrong)]),
    redirects: [],
    glossaryDigest: digest(...lists.map((list) => texts[list])),
    findings,
  };
  const isPage = createPathCheck(content);
  const moved = listRedirects(content.works, settings.redirects, isPage, createAlikeSearch(content), read.locate);
  findings.push(...moved.findings, ...checkSettings(read, sections, isPage));
  const shown = findings.filter((finding) => !isSwitchedOff(content, finding));
  return { ...content, redirects: moved.redirects, findings: shown };
}

/** Reads, and compiles nothing yet. Findings name files relative to `root`, the folder that the command runs in. */
export async function loadContent(
  contentDir: string,
  {
    preview = false,
    now = new Date(),
    root = process.cwd(),
    settings = currentSettings,
  }: Partial<Showing> & { root?: string; settings?: ReadSettings } = {},
): Promise<Content> {
  return assembleContent(await readContentFiles(contentDir, { root }), { preview, now }, settings);
}
