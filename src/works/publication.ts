import { digest, digestBytes } from '../base/digest.ts';
import { findNearest } from '../base/nearest-name.ts';
import { describeAround, lookAround } from '../content/around.ts';
import { describeBrokenLink, describeUnpublishedLink } from '../content/broken-links.ts';
import { isSwitchedOff } from '../content/checks/checks-off.ts';
import type { Edition } from '../content/edition.ts';
import { fileState, imagePath, portraitPath } from '../content/images.ts';
import { createLinkResolver, decodeTarget, type LinkTarget } from '../content/links.ts';
import type { Content } from '../content/load.ts';
import { listNavigation } from '../content/navigation.ts';
import { listEditions, type Work } from '../content/work.ts';
import { ContentError, createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import type { Places } from '../markdown/collector.ts';
import { settings } from '../settings/current.ts';
import { createAligner } from './aligner.ts';
import { checkNamedFiles } from './check-named-files.ts';
import { reportUnsound } from './check-unsound.ts';
import { gatherFacts, type WorkFacts } from './facts.ts';
import { type Lessons, openLessons, readRecord } from './lessons.ts';
import { type PreparedWork, prepareWork } from './prepared.ts';

export interface FactsStore {
  get(key: string): WorkFacts | undefined;
  set(key: string, facts: WorkFacts): void;
}

/** Enough for a page and those it links to, too few to fill memory. */
const MOST_PREPARED = 64;

export interface Publication {
  readonly content: Content;
  readonly contentDir: string;
  /** @throws ContentError when a text has changed since the content was read */
  readonly prepare: (work: Work) => PreparedWork;
  /** For a work that is done with: what is not kept costs the collector nothing. */
  readonly release: (work: Work) => void;
  readonly readFacts: (work: Work) => WorkFacts;
  /** Undefined where the work would have to be prepared. */
  readonly findFacts: (work: Work) => WorkFacts | undefined;
  readonly keyTexts: (work: Work) => string;
  /** Takes over what another thread found out, and its key of the texts. */
  readonly keepFacts: (work: Work, facts: WorkFacts, key: string) => void;
  /** Also depends on what the work's links and images point to, and on what is around it. */
  readonly keyOf: (work: Work) => string;
  readonly checkWork: (work: Work) => Finding[];
  /** Null for a broken link, which `checkReferences` reports. */
  readonly resolveLink: (edition: Edition, target: string) => LinkTarget | null;
  readonly workOf: (edition: Edition) => Work;
  readonly collectFindings: () => Finding[];
}

/**
 * @param store facts from an earlier build of the same version of the site's code
 * @param lessons of an earlier state of the site, where no record has changed since
 */
export function createPublication(
  loaded: Content,
  contentDir: string,
  store: FactsStore = new Map<string, WorkFacts>(),
  lessons: Lessons = openLessons(contentDir),
): Publication {
  const content = reportUnsound(loaded, contentDir);
  const prepared = new Map<Work, PreparedWork>();
  const textKeys = new Map<Work, string>();
  const workOf = new Map<Edition, Work>();
  for (const work of content.works) for (const edition of listEditions(work)) workOf.set(edition, work);
  const resolveLink = createLinkResolver(content);
  const planned = new Map(
    content.plan.unpublished.map(({ edition, reason, at }) => [edition, `${reason} ${at?.toISOString()}`]),
  );
  /** Every page shows the navigation, and which pages exist decides what is in it. */
  const links = [settings.navigation, settings.footer ?? []];
  const navigationKey = digest(
    JSON.stringify(links.map((list) => langs.map((lang) => listNavigation(content, list, lang)))),
  );

  /** A work's key and its alignment ask for the record one after the other. */
  let lastRead: { work: Work; bytes: Buffer | null } | undefined;
  const readRecordOf = (work: Work): Buffer | null => {
    if (lastRead?.work !== work) lastRead = { work, bytes: readRecord(contentDir, work.name) };
    return lastRead.bytes;
  };

  const aligner = createAligner(content.glossary, () => lessons.learn(content.works));

  const prepareAsRead = (work: Work): PreparedWork => {
    const known =
      prepared.get(work) ??
      prepareWork(work, content, { contentDir, text: readRecordOf(work)?.toString() ?? null, aligner });
    prepared.delete(work);
    prepared.set(work, known);
    if (prepared.size > MOST_PREPARED) prepared.delete(prepared.keys().next().value!);
    return known;
  };

  const prepare = (work: Work): PreparedWork => {
    const known = prepareAsRead(work);
    const findings = Object.values(known.editions).flatMap(({ compiled }) => compiled.findings);
    const gone = findings.filter(({ name }) => name === 'FileUnreadable' || name === 'FileChanged');
    if (gone.length) throw new ContentError(gone);
    return known;
  };

  const keyTexts = (work: Work): string => {
    const known = textKeys.get(work);
    if (known) return known;
    const texts = listEditions(work).flatMap((edition) => [edition.lang, edition.slug, edition.file, edition.digest]);
    const record = readRecordOf(work);
    const key = digest(
      content.glossaryDigest,
      work.name,
      work.original,
      ...texts,
      record ? digestBytes(record) : 'none',
    );
    textKeys.set(work, key);
    return key;
  };

  let lessonsKey: string | undefined;
  const keyLessons = (): string => {
    lessonsKey ??= lessons.keyOf(content.works);
    return lessonsKey;
  };

  const findFacts = (work: Work): WorkFacts | undefined => {
    const facts = store.get(keyTexts(work));
    return facts?.paired && facts.lessons !== keyLessons() ? undefined : facts;
  };

  const keepFacts = (work: Work, facts: WorkFacts, key: string): void => {
    textKeys.set(work, key);
    store.set(key, facts.paired ? { ...facts, lessons: keyLessons() } : facts);
  };

  const readFacts = (work: Work): WorkFacts => {
    const known = findFacts(work);
    if (known) return known;
    const facts = gatherFacts(prepareAsRead(work));
    keepFacts(work, facts, keyTexts(work));
    return facts;
  };

  const keyOf = (work: Work): string => {
    const { editions, paired } = readFacts(work);
    const parts: string[] = [keyTexts(work), paired ? keyLessons() : '', navigationKey];
    for (const edition of listEditions(work)) {
      // A preview says what is not published, and the page goes on without that once it is.
      parts.push(planned.get(edition) ?? '');
      const { links, images, files } = editions[edition.lang]!;
      for (const link of links) {
        const target = resolveLink(edition, link);
        const there = target?.fragment && target.edition && workOf.get(target.edition);
        parts.push(link, target && !target.isHidden ? target.path : '', there ? keyTexts(there) : '');
      }
      const { cover, audio } = edition.frontmatter;
      const named = [...(cover ? [cover.src] : []), ...(audio ? [audio.file] : [])];
      for (const target of [...images, ...files.map((file) => file.target), ...named]) {
        parts.push(target, fileState(imagePath(contentDir, edition, target)));
      }
      const around = lookAround(content, edition);
      parts.push(describeAround(around), ...around.next.map((other) => planned.get(other) ?? ''));
      for (const { person } of around.people)
        if (person.portrait) parts.push(fileState(portraitPath(contentDir, person.portrait)));
    }
    return digest(...parts);
  };

  const readPlaces = (edition: Edition): readonly string[] =>
    readFacts(workOf.get(edition)!).editions[edition.lang]!.places;

  const hasFragment = ({ fragment, edition }: LinkTarget): boolean =>
    !fragment || !edition || readPlaces(edition).includes(fragment);

  /** Compiles the text again, once something is wrong. */
  const findPlaces = (work: Work, edition: Edition): Places =>
    prepareAsRead(work).editions[edition.lang]!.compiled.places();

  const checkReferences = (work: Work): Finding[] => {
    const findings: Finding[] = [];
    const facts = readFacts(work);
    for (const edition of listEditions(work)) {
      const { links, ...named } = facts.editions[edition.lang]!;
      for (const [index, link] of links.entries()) {
        const target = resolveLink(edition, link);
        const isUnpublished = target?.isUnpublished && !planned.has(edition);
        const isThere = target !== null && hasFragment(target);
        if (isThere && !isUnpublished) continue;
        const place = findPlaces(work, edition).links[index];
        if (isUnpublished) findings.push(describeUnpublishedLink(edition, link, target?.planned, place));
        if (!target) findings.push(describeBrokenLink(content, edition, link, place));
        else if (!isThere) {
          const at = { file: edition.file, ...place };
          const near = findNearest(target.fragment, readPlaces(target.edition!));
          findings.push(
            createFinding('FragmentBroken', at, { target: decodeTarget(link), near: near ? `#${near}` : '' }),
          );
        }
      }
      findings.push(...checkNamedFiles(contentDir, edition, named, () => findPlaces(work, edition)));
    }
    return findings;
  };

  const checkWork = (work: Work): Finding[] =>
    [...readFacts(work).findings, ...checkReferences(work)].filter((finding) => !isSwitchedOff(content, finding));

  return {
    content,
    contentDir,
    prepare,
    release: (work) => prepared.delete(work),
    resolveLink,
    workOf: (edition) => workOf.get(edition)!,
    readFacts,
    findFacts,
    keyTexts,
    keepFacts,
    keyOf,
    checkWork,
    collectFindings: () => [...content.findings, ...content.works.flatMap(checkWork)],
  };
}
