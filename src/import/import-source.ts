import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { GlossaryEntry } from '../alignment/pairing/align.ts';
import { digestBytes } from '../base/digest.ts';
import { listFiles } from '../base/list-files.ts';
import { createPageWriter } from '../base/write-files.ts';
import { pageOf } from '../content/redirects.ts';
import { createFinding, type Finding } from '../errors.ts';
import { langs } from '../locales.ts';
import { convertText, findListPage } from './convert-text.ts';
import type { Incoming } from './incoming.ts';
import { readText } from './markdown/read-article.ts';
import { startRepairs } from './markdown/repair-text.ts';
import type { Note } from './markdown/surroundings.ts';
import { writeMdx } from './markdown/write-mdx.ts';
import { type Contradiction, type Pair, pairDeclared } from './pairing/declared-pairs.ts';
import { learnWords, type Teacher } from './pairing/learn-words.ts';
import { pairByContent } from './pairing/pair-by-content.ts';
import type { ImportReport, ReportedPair } from './report/import-report.ts';
import { type Scanned, scanTexts } from './scan-texts.ts';
import type { Source } from './source.ts';
import { chooseAliases } from './write/choose-aliases.ts';
import { composeEdition, takeFirstSentence } from './write/compose-edition.ts';
import { formatManifest, MANIFEST, type ManifestEntry, readManifest } from './write/manifest.ts';
import { openMediaStore } from './write/media-store.ts';
import { nameFiles } from './write/name-file.ts';
import { type Decision, decideWrite } from './write/plan-write.ts';
import { openSpool } from './write/spool.ts';
import { writeLabels } from './write/write-labels.ts';

export interface ImportOptions {
  readonly contentDir: string;
  /** Where files to download go. */
  readonly publicDir: string;
  readonly uploads: readonly string[];
  readonly dryRun: boolean;
  /** Names and terms that the newsroom has in both languages. */
  readonly glossary: readonly GlossaryEntry[];
  /** Whether texts that nothing joins are paired by what they say. */
  readonly byContent: boolean;
  /** What the settings allow pages to embed, and the redirects that they have. */
  readonly settings: { readonly embeds: readonly string[]; readonly redirects: Readonly<Record<string, string>> };
  /** Author of texts whose source names none. */
  readonly author: string;
  readonly progress: (what: string, done: number, all: number) => void;
}

/** Brings all texts of a source into the content folder, and says what it did. */
export async function importSource(source: Source, options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const spool = openSpool();
  try {
    const { contentDir } = options;
    const all = source.texts.length;
    const scanned = scanTexts(source, spool, (done) => options.progress('Reading', done, all));
    const findings: Finding[] = [...source.findings];
    const texts = scanned.filter(({ isEmpty, text }) => {
      if (isEmpty) findings.push(createFinding('ImportTextEmpty', text.place, { title: text.title }));
      return !isEmpty;
    });
    const { pairs, proposals, contradictions } = await pairTexts(texts, options);
    const twins = new Map(
      pairs.flatMap(({ en, fa }) => [
        [en, fa],
        [fa, en],
      ]),
    );
    const manifest = readManifest(contentDir);
    const incoming = texts.map(({ text }) => text);
    const others = listOthers(contentDir, manifest);
    const names = nameFiles(incoming, twins, readKnownNames(manifest), others);
    const slugs = new Map([...names].map(([key, { slug }]) => [key, slug]));
    const aliases = chooseAliases(incoming, slugs, twins, others.keys());
    const files = new Map(incoming.map((text) => [text.key, `${text.lang}/${names.get(text.key)!.slug}.mdx`]));
    const published = incoming.filter(isPublished);
    const media = openMediaStore([...options.uploads, ...source.uploads], contentDir, options.publicDir);
    const site = {
      source,
      media,
      files: new Map(published.map(({ key }) => [key, files.get(key)!])),
      labels: listLabels(published),
      embeds: options.settings.embeds,
    };
    const shown = (file: string) => join(relative(process.cwd(), contentDir), file);
    const counts: Record<Decision, number> = { new: 0, updated: 0, unchanged: 0, edited: 0, deleted: 0, taken: 0 };
    const repairs = startRepairs();
    const embeds = new Map<string, number>();
    const write = createPageWriter(contentDir);
    const originals = decideOriginals(pairs, new Map(incoming.map((text) => [text.key, text])));
    for (const [index, text] of incoming.entries()) {
      options.progress('Writing', index, incoming.length);
      const file = files.get(text.key)!;
      const twin = twins.get(text.key);
      const converted = convertText(text, file, twin, site, repairs);
      const notes = [...converted.notes];
      for (const address of aliases.get(text.key)!.taken)
        notes.push({ name: 'ImportAddressTaken', params: { address } });
      for (const { name, params } of converted.notes)
        if (name === 'ImportEmbedForbidden') embeds.set(params.host!, (embeds.get(params.host!) ?? 0) + 1);
      const facts = completeFacts(
        text,
        readText(converted.article),
        { author: options.author, day: source.day },
        notes,
      );
      const name = names.get(text.key)!;
      const twinSlug = twin === undefined ? undefined : names.get(twin)?.slug;
      const original = originals.get(text.key);
      const edition = composeEdition(
        text,
        {
          ...facts,
          cover: converted.cover,
          aliases: aliases.get(text.key)!.aliases,
          translationOf: original && original.key !== text.key && twinSlug !== name.slug ? twinSlug : undefined,
          original: original?.isKnown && original.key !== text.key ? original.lang : undefined,
        },
        writeMdx(converted.article),
      );
      const bytes = Buffer.from(edition, 'utf8');
      const onDisk = readDigest(join(contentDir, file));
      const entry = manifest.get(text.key);
      const decision = decideWrite(entry, onDisk, digestBytes(bytes));
      counts[decision]++;
      if (decision === 'new' || decision === 'updated') {
        if (!options.dryRun) write(file, bytes);
      }
      if (decision === 'new' || decision === 'updated' || decision === 'unchanged')
        manifest.set(text.key, { key: text.key, file, digest: digestBytes(bytes) });
      if (name.instead) notes.push({ name: 'ImportNameTaken', params: { ...name.instead, name: name.slug } });
      findings.push(...placeDecision(decision, shown(file), text, entry, bytes));
      // What was reported of a file stays true until somebody edits it.
      if (decision !== 'edited' && decision !== 'deleted' && decision !== 'taken')
        for (const note of notes) findings.push(placeNote(note, shown(file), edition));
      if (index % 500 === 499 && !options.dryRun) saveManifest(contentDir, manifest);
    }
    const copied = options.dryRun ? 0 : media.copyAll();
    const added = writeLabels(
      contentDir,
      { people: source.people(), topics: source.topics(), sections: source.sections() },
      options.dryRun,
    );
    if (!options.dryRun) saveManifest(contentDir, manifest);
    const toReport = ({ en, fa, ...rest }: Pair): ReportedPair => ({
      en: shown(files.get(en)!),
      fa: shown(files.get(fa)!),
      ...rest,
    });
    findings.push(...contradictions.map((c) => placeContradiction(c, files, shown, incoming)));
    findings.push(...proposals.map((p) => placeProposal(toReport(p))));
    const count = (test: (text: Incoming) => boolean) => incoming.filter(test).length;
    return {
      source: source.name,
      dryRun: options.dryRun,
      seconds: Math.round((performance.now() - started) / 100) / 10,
      texts: {
        en: count(({ lang }) => lang === 'en'),
        fa: count(({ lang }) => lang === 'fa'),
        pages: count(({ kind }) => kind === 'page'),
        drafts: count(({ draft }) => draft),
      },
      files: counts,
      media: { found: media.count(), copied },
      pairs: pairs.map(toReport),
      proposals: proposals.map(toReport),
      repairs,
      leftOut: source.leftOut,
      people: added,
      embeds: {
        allowed: options.settings.embeds,
        wanted: [...embeds].map(([host, count]) => ({ host, count })).sort((a, b) => b.count - a.count),
      },
      redirects: listRedirects(source, site.labels, options.settings.redirects),
      findings,
    };
  } finally {
    spool.close();
    source.close();
  }
}

async function pairTexts(texts: readonly Scanned[], options: ImportOptions) {
  const declared = pairDeclared(
    texts.map(({ text, pointsTo, pointsToTitle }) => ({ ...pickDeclared(text), pointsTo, pointsToTitle })),
  );
  const taken = new Set(declared.pairs.flatMap(({ en, fa }) => [en, fa]));
  const free = texts.filter(({ text }) => !taken.has(text.key));
  const found = options.byContent
    ? await pairByContent(free.map(toCandidate), {
        glossary: options.glossary,
        lexicon: learnWords(pickTeachers(texts, declared.pairs), options.glossary),
        progress: options.progress,
      })
    : { pairs: [], proposals: [] };
  return { ...found, pairs: [...declared.pairs, ...found.pairs], contradictions: declared.contradictions };
}

const pickDeclared = ({ key, lang, title, kind, group }: Incoming) => ({ key, lang, title, kind, group });

function toCandidate({ text, images, readBlocks }: Scanned) {
  const time = text.date
    ? Date.parse(text.date.length > 16 ? text.date : `${text.date.slice(0, 10)}T00:00Z`)
    : Number.NaN;
  return {
    key: text.key,
    lang: text.lang,
    kind: text.kind,
    time: Number.isNaN(time) ? undefined : time,
    images,
    readBlocks,
  };
}

function pickTeachers(texts: readonly Scanned[], known: readonly Pair[]): Teacher[] {
  const byKey = new Map(texts.map((scan) => [scan.text.key, scan]));
  return known.map(({ en, fa }) => ({ en: byKey.get(en)!.readBlocks, fa: byKey.get(fa)!.readBlocks }));
}

/** Slugs of files that earlier runs wrote, by key. */
function readKnownNames(manifest: ReadonlyMap<string, ManifestEntry>): Map<string, string> {
  return new Map([...manifest].map(([key, { file }]) => [key, file.replace(/^(?:en|fa)\/|\.mdx?$/g, '')]));
}

/** Editions that no import wrote. */
function listOthers(contentDir: string, manifest: ReadonlyMap<string, ManifestEntry>): Map<string, string> {
  const ours = new Set([...manifest.values()].map(({ file }) => file));
  const others = new Map<string, string>();
  for (const lang of langs)
    for (const name of listFiles(join(contentDir, lang))) {
      const file = `${lang}/${name}`;
      if (/\.mdx?$/.test(name) && !ours.has(file)) others.set(file.replace(/\.mdx?$/, ''), `the file ${file}`);
    }
  return others;
}

/** What has a page as soon as it is built: no draft, and nothing that waits for its day. */
function isPublished({ draft, date }: Incoming): boolean {
  return !draft && !(Date.parse(date) > Date.now());
}

function listLabels(published: readonly Incoming[]): Set<string> {
  return new Set(
    published.flatMap(({ lang, topics, section, authors }) => [
      ...topics.map((id) => `${lang}/topic/${id}`),
      ...(section ? [`${lang}/section/${section}`] : []),
      ...authors.map((id) => `${lang}/person/${id}`),
    ]),
  );
}

/** The edition of each pair that was there first: the original, as far as anybody can tell. */
function decideOriginals(pairs: readonly Pair[], texts: ReadonlyMap<string, Incoming>) {
  const originals = new Map<string, { key: string; lang: string; isKnown: boolean }>();
  for (const pair of pairs) {
    const [en, fa] = [texts.get(pair.en)!, texts.get(pair.fa)!];
    const [a, b] = [en, fa].map(({ date }) => Date.parse(date));
    const isKnown = Math.abs(a! - b!) > 0;
    const first = isKnown && b! < a! ? fa : en;
    for (const key of [pair.en, pair.fa]) originals.set(key, { key: first.key, lang: first.lang, isKnown });
  }
  return originals;
}

/** What frontmatter must have, made up and marked where the source lacks it. */
function completeFacts(text: Incoming, plain: string, fallback: { author: string; day: string }, notes: Note[]) {
  let { description, date, authors } = text;
  if (!description) {
    description = takeFirstSentence(plain) || text.title;
    notes.push({ name: 'ImportDescriptionMade', params: {}, near: 'description:' });
  }
  if (!date) {
    date = fallback.day;
    if (text.kind === 'article') notes.push({ name: 'ImportDateMissing', params: { date }, near: 'date:' });
  }
  if (authors.length === 0) {
    authors = [fallback.author];
    notes.push({ name: 'ImportAuthorMissing', params: { author: fallback.author }, near: 'authors:' });
  }
  return { description: description.replace(/\s+/g, ' ').trim(), date, authors };
}

/** Old lists that have a page here, but for those that the settings lead somewhere already. */
function listRedirects(source: Source, labels: ReadonlySet<string>, known: Readonly<Record<string, string>>) {
  const redirects: Record<string, string> = {};
  for (const { from, lang, place } of source.lists()) {
    const page = findListPage(place, lang, labels);
    if (page && page !== pageOf(from) && !(from in known) && !(from in redirects)) redirects[from] = `/${page}`;
  }
  return redirects;
}

function readDigest(path: string): string | null {
  return existsSync(path) ? digestBytes(readFileSync(path)) : null;
}

function saveManifest(contentDir: string, manifest: ReadonlyMap<string, ManifestEntry>): void {
  createPageWriter(contentDir)(MANIFEST, formatManifest(manifest.values()));
}

function placeDecision(
  decision: Decision,
  file: string,
  text: Incoming,
  entry: ManifestEntry | undefined,
  bytes: Buffer,
): Finding[] {
  if (decision === 'taken') return [createFinding('ImportFileTaken', { file }, { source: text.title })];
  if (decision === 'deleted') return [createFinding('ImportFileDeleted', { file })];
  if (decision !== 'edited') return [];
  const changed = entry?.digest === digestBytes(bytes) ? '' : ', although its source has changed, too';
  return [createFinding('ImportFileEdited', { file }, { changed })];
}

/** A note as a finding, at the words that it is about. */
function placeNote({ name, params, near }: Note, file: string, source: string): Finding {
  const at = near ? source.indexOf(near) : -1;
  if (at < 0) return createFinding(name, { file }, params);
  const before = source.slice(0, at).split('\n');
  return createFinding(name, { file, line: before.length, column: before.at(-1)!.length + 1 }, params);
}

function placeProposal({ en, fa, confidence, reasons }: ReportedPair): Finding {
  const params = { other: fa, confidence: `${Math.round(100 * confidence)} %`, reasons: reasons.join(', ') };
  return createFinding('ImportPairUnsure', { file: en }, params);
}

function placeContradiction(
  { key, source, chosen }: Contradiction,
  files: ReadonlyMap<string, string>,
  shown: (file: string) => string,
  texts: readonly Incoming[],
): Finding {
  const language = texts.find((text) => text.key === key)?.lang === 'en' ? 'Persian' : 'English';
  const params = { source, language, chosen: shown(files.get(chosen)!) };
  return createFinding('ImportPairContradicted', { file: shown(files.get(key)!) }, params);
}
