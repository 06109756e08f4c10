import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestBytes } from '../base/digest.ts';
import { createPageWriter } from '../base/write-files.ts';
import type { Finding } from '../errors.ts';
import { convertText, type Site } from './convert-text.ts';
import type { ImportOptions } from './import-source.ts';
import type { Incoming } from './incoming.ts';
import { readText } from './markdown/read-article.ts';
import { addRepairs, type Repairs, startRepairs } from './markdown/repair-text.ts';
import { writeMdx } from './markdown/write-mdx.ts';
import type { decideOriginals } from './pairing/pair-texts.ts';
import { placeDecision, placeNote } from './report/place-findings.ts';
import type { ChosenAliases } from './write/choose-aliases.ts';
import { completeFacts, composeEdition, readFacts } from './write/compose-edition.ts';
import { readDigest } from './write/known-files.ts';
import { type ManifestEntry, saveManifest } from './write/manifest.ts';
import type { NamedFile } from './write/name-file.ts';
import { type Decision, decideWrite } from './write/plan-write.ts';
import type { Identity } from './write/recognise-texts.ts';

/** Texts between two savings of the manifest. */
const SAVED_EVERY = 500;

/** Maps are by a text's key. */
export interface WritingPlan {
  readonly site: Site;
  /** Below the content folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, NamedFile>;
  readonly twins: ReadonlyMap<string, string>;
  readonly aliases: ReadonlyMap<string, ChosenAliases>;
  readonly originals: ReturnType<typeof decideOriginals>;
  /** Of earlier runs; this one adds to it. */
  readonly manifest: Map<string, ManifestEntry>;
  readonly identities: ReadonlyMap<string, Identity>;
  readonly shown: (file: string) => string;
  readonly options: ImportOptions;
}

export interface Written {
  readonly counts: Readonly<Record<Decision, number>>;
  readonly repairs: Readonly<Repairs>;
  /** Not allowed by the settings: host → how often. */
  readonly embeds: ReadonlyMap<string, number>;
  /** A text has the author that stands in for those whom no source names. */
  readonly authorsMissing: boolean;
  readonly findings: readonly Finding[];
}

/** Not files that a person has edited or written. */
export async function writeTexts(incoming: readonly Incoming[], plan: WritingPlan): Promise<Written> {
  const { files, names, twins, manifest, identities, shown, options } = plan;
  const { contentDir, dryRun } = options;
  const counts: Record<Decision, number> = { new: 0, updated: 0, unchanged: 0, edited: 0, deleted: 0, taken: 0 };
  const findings: Finding[] = [];
  const repairs = startRepairs();
  const embeds = new Map<string, number>();
  let authorsMissing = false;
  const write = createPageWriter(contentDir);
  const ours = new Set(files.values());
  const byKey = new Map(incoming.map((text) => [text.key, text]));
  for (const [index, text] of incoming.entries()) {
    options.progress('Writing', index, incoming.length);
    const file = files.get(text.key)!;
    const { key, entry, beside } = identities.get(text.key)!;
    const kept = twins.has(text.key) || !entry ? undefined : keepPair(text, entry, contentDir, ours);
    const twin = kept ? 'earlier' : byKey.get(twins.get(text.key) ?? '');
    const convert = (counted: Repairs) => convertText(text, file, twin, plan.site, counted);
    const counted = startRepairs();
    let converted = convert(counted);
    // Known only once the text has named a file.
    if (await plan.site.media.inspect()) converted = convert(startRepairs());
    addRepairs(repairs, counted);
    const notes = [...converted.notes];
    const { aliases, taken } = plan.aliases.get(text.key)!;
    for (const params of taken) notes.push({ name: 'ImportAddressTaken', params });
    for (const { name, params } of converted.notes)
      if (name === 'ImportEmbedForbidden') embeds.set(params.host!, (embeds.get(params.host!) ?? 0) + 1);
    const fallback = { author: options.author.id, day: plan.site.source.day };
    const facts = completeFacts(text, readText(converted.article), fallback, notes);
    const edition = composeEdition(
      text,
      { ...facts, cover: converted.cover, aliases, ...(kept ?? nameOriginal(text, plan)) },
      writeMdx(converted.article),
    );
    const bytes = Buffer.from(edition, 'utf8');
    const wanted = digestBytes(bytes);
    const decision = decideWrite(entry, readDigest(join(contentDir, file)), wanted);
    counts[decision]++;
    const isOurs = decision === 'new' || decision === 'updated' || decision === 'unchanged';
    if (isOurs) {
      if (decision !== 'unchanged' && !dryRun) write(file, bytes);
      if (entry) manifest.delete(entry.key);
      manifest.set(key, { key, file, digest: wanted });
      authorsMissing ||= text.authors.length === 0;
    }
    const { slug, instead } = names.get(text.key)!;
    if (beside) notes.push({ name: 'ImportSourceShared', params: { other: beside } });
    if (instead) notes.push({ name: 'ImportNameTaken', params: { ...instead, name: slug } });
    findings.push(...placeDecision(decision, shown(file), text, entry, bytes));
    // What was reported of a file stays true until somebody edits it.
    const placed = isOurs ? notes.map((note) => placeNote(note, shown(file), edition)) : [];
    findings.push(...new Map(placed.map((one) => [`${one.line}:${one.column} ${one.message}`, one])).values());
    if (index % SAVED_EVERY === SAVED_EVERY - 1 && !dryRun) saveManifest(contentDir, manifest);
  }
  return { counts, repairs, embeds, authorsMissing, findings };
}

function keepPair({ lang }: Incoming, { file }: ManifestEntry, contentDir: string, ours: ReadonlySet<string>) {
  const path = join(contentDir, file);
  if (!existsSync(path)) return undefined;
  const { translationOf, original } = readFacts(readFileSync(path, 'utf8'));
  const slug = translationOf || file.replace(/^\w+\/|\.mdx?$/g, '');
  const twin = `${lang === 'en' ? 'fa' : 'en'}/${slug}.mdx`;
  if (ours.has(twin) || !existsSync(join(contentDir, twin))) return undefined;
  return { translationOf: translationOf || undefined, original: original || undefined };
}

function nameOriginal({ key }: Incoming, { twins, names, originals }: WritingPlan) {
  const original = originals.get(key);
  if (!original || original.key === key) return {};
  const twinSlug = names.get(twins.get(key)!)!.slug;
  return {
    translationOf: twinSlug === names.get(key)!.slug ? undefined : twinSlug,
    original: original.isKnown ? original.lang : undefined,
  };
}
