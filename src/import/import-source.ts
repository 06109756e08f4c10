import { extname, join, relative } from 'node:path';
import { stateOf } from '../content/planning.ts';
import { type listClaims, pageOf } from '../content/redirects.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Incoming } from './incoming.ts';
import { listLabels, listRedirects } from './old-lists.ts';
import type { Pair } from './pairing/declared-pairs.ts';
import { decideOriginals, type PairingOptions, pairTexts } from './pairing/pair-texts.ts';
import type { ImportReport, ReportedPair } from './report/import-report.ts';
import { placeContradiction, placeProposal } from './report/place-findings.ts';
import { scanTexts } from './scan-texts.ts';
import type { Source } from './source.ts';
import { chooseAliases } from './write/choose-aliases.ts';
import type { FallbackAuthor } from './write/fallback-author.ts';
import { listOthers, readKnownNames } from './write/known-files.ts';
import { readManifest, saveManifest } from './write/manifest.ts';
import { openMediaStore } from './write/media-store.ts';
import { nameFiles } from './write/name-file.ts';
import { recogniseTexts } from './write/recognise-texts.ts';
import { openSpool } from './write/spool.ts';
import { writeLabels } from './write/write-labels.ts';
import { writeTexts } from './write-texts.ts';

export interface ImportOptions extends PairingOptions {
  readonly contentDir: string;
  readonly publicDir: string;
  readonly uploads: readonly string[];
  readonly dryRun: boolean;
  readonly settings: {
    readonly embeds: readonly string[];
    readonly redirects: Readonly<Record<string, string>>;
    readonly timeZone: string;
  };
  readonly pages: Iterable<string>;
  readonly claims: ReturnType<typeof listClaims>;
  /** Texts of a later date have no page yet. */
  readonly now: Date;
  readonly author: FallbackAuthor;
}

export async function importSource(source: Source, options: ImportOptions): Promise<ImportReport> {
  const started = performance.now();
  const spool = openSpool();
  try {
    const { contentDir, settings } = options;
    const all = source.texts.length;
    const scanned = scanTexts(source, spool, (done) => options.progress('Reading', done, all));
    const findings: Finding[] = [...source.findings];
    const full = scanned.filter(({ isEmpty }) => !isEmpty);
    findings.push(...reportEmpty(source, new Set(full.map(({ text }) => text))));
    const manifest = readManifest(contentDir);
    const shown = (file: string) => join(relative(process.cwd(), contentDir), file);
    const identities = recogniseTexts(full, manifest, contentDir);
    const { pairs, proposals, contradictions } = await pairTexts(full, options);
    const twins = new Map(
      pairs.flatMap(({ en, fa }) => [
        [en, fa],
        [fa, en],
      ]),
    );
    const incoming = full.map(({ text }) => text);
    const others = listOthers(contentDir, identities);
    const names = nameFiles(incoming, twins, readKnownNames(identities), others);
    const slugs = new Map([...names].map(([key, { slug }]) => [key, slug]));
    const files = new Map(incoming.map((text) => [text.key, `${text.lang}/${names.get(text.key)!.slug}.mdx`]));
    const ours = new Set(files.values());
    const published = incoming.filter((text) => !stateOf(text, options.now, settings.timeZone).reason);
    const labels = listLabels(published);
    const media = openMediaStore(options.uploads, { contentDir, publicDir: options.publicDir }, manifest);
    const written = await writeTexts(incoming, {
      site: {
        source,
        media,
        files: new Map(published.map(({ key }) => [key, files.get(key)!])),
        earlier: listEarlier(options, ours),
        labels,
        embeds: settings.embeds,
      },
      files,
      names,
      twins,
      aliases: chooseAliases(
        incoming,
        slugs,
        twins,
        [...options.pages, ...[...others.keys()].map((place) => `${place}.html`)],
        listOtherClaims(options, ours),
      ),
      originals: decideOriginals(pairs, new Map(incoming.map((text) => [text.key, text]))),
      manifest,
      identities,
      shown,
      options,
    });
    findings.push(...written.findings);
    const copied = options.dryRun ? 0 : media.copyAll();
    const people = [
      ...source.people(),
      ...(written.authorsMissing && options.author.person ? [options.author.person] : []),
    ];
    const added = writeLabels(
      contentDir,
      { people, topics: source.topics(), sections: source.sections() },
      options.dryRun,
    );
    findings.push(...added.findings.map((finding) => ({ ...finding, file: shown(finding.file) })));
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
      files: written.counts,
      media: { found: media.count(), copied },
      pairs: pairs.map(toReport),
      proposals: proposals.map(toReport),
      repairs: written.repairs,
      leftOut: source.leftOut,
      added: added.names,
      embeds: {
        allowed: settings.embeds,
        wanted: [...written.embeds].map(([host, count]) => ({ host, count })).sort((a, b) => b.count - a.count),
      },
      redirects: listRedirects(source.lists(new Set(files.keys())), labels, settings.redirects),
      findings,
    };
  } finally {
    spool.close();
    source.close();
  }
}

function listOtherClaims({ claims, settings }: ImportOptions, ours: ReadonlySet<string>): Map<string, string> {
  const others = claims.filter(({ edition: { lang, slug } }) => !ours.has(`${lang}/${slug}.mdx`));
  return new Map([
    ...Object.keys(settings.redirects).map((from) => [pageOf(from) ?? from, 'a redirect of the settings'] as const),
    ...others.map(({ address, edition }) => [address, `an alias of ${edition.file}`] as const),
  ]);
}

function listEarlier({ claims }: ImportOptions, ours: ReadonlySet<string>): Map<string, string> {
  return new Map(
    claims.flatMap(({ address, edition: { lang, slug, file, frontmatter } }) => {
      const path = `${lang}/${slug}${extname(file)}`;
      return ours.has(path) || frontmatter.draft ? [] : [[address, path] as const];
    }),
  );
}

/** Files that must have a text and have none are errors. */
function reportEmpty({ texts, mustHaveText, findings }: Source, full: ReadonlySet<Incoming>): Finding[] {
  const hasText = new Set([...full].map(({ place }) => place.file));
  const failed = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const bare = new Set(mustHaveText.filter((file) => !hasText.has(file) && !failed.has(file)));
  return [
    ...[...bare].map((file) => createFinding('ImportFileEmpty', { file })),
    ...texts
      .filter((text) => !full.has(text) && !bare.has(text.place.file))
      .map(({ place, title }) => createFinding('ImportTextEmpty', place, { title })),
  ];
}
