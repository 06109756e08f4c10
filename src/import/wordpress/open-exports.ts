import type { IncomingPerson } from '../incoming.ts';
import type { Source } from '../source.ts';
import { readNewestDay } from '../source-day.ts';
import { openSpool } from '../write/spool.ts';
import { nameSite } from './archive.ts';
import { type ArchiveSource, openArchive } from './open-archive.ts';
import { readArchives } from './read-archives.ts';
import { readDate } from './read-date.ts';

export interface ExportOptions {
  readonly types: readonly string[];
  readonly categories: 'topics' | 'sections';
  /** Named by a person. As many as there are sites: one for each, in the same order. */
  readonly uploads: readonly string[];
}

/** Reads streams: the texts wait on disk. @param files the same post in two of them counts once */
export async function openExports(files: readonly string[], options: ExportOptions): Promise<Source> {
  const spool = openSpool();
  const { archives, findings, leftOut, bare } = await readArchives(files, options.types, spool);
  const people = new Map<string, IncomingPerson>();
  const names = archives.map(({ sites }) => nameSite(sites[0]!));
  const parts = archives.map((archive, n) => {
    const number = names.slice(0, n + 1).filter((name) => name === names[n]).length;
    return openArchive(archive, { categories: options.categories, spool, number, people });
  });
  for (const code of parts.flatMap(({ otherLanguages }) => otherLanguages))
    leftOut[`language ${code}`] = (leftOut[`language ${code}`] ?? 0) + 1;
  const partOf = new Map(parts.flatMap((part) => part.texts.map(({ key }) => [key, part] as const)));
  /** Sites in two languages link to each other. */
  const order = (key: string): ArchiveSource[] => {
    const own = partOf.get(key);
    return own ? [own, ...parts.filter((part) => part !== own)] : [...parts];
  };
  const texts = parts.flatMap((part) => part.texts);
  const exported = archives[0]?.sites[0]?.exported ?? '';
  return {
    name: files.join(', '),
    day: readDate({ date: '', dateUtc: '', published: exported }).slice(0, 10) || readNewestDay(files),
    uploads: (key) => {
      const own =
        options.uploads.length === parts.length ? options.uploads[parts.indexOf(partOf.get(key)!)] : undefined;
      return own === undefined ? [spool.folder] : [spool.folder, own];
    },
    texts,
    // A part of an archive may hold nothing but pictures.
    mustHaveText: texts.length === 0 ? files : [...bare, ...new Set(texts.map(({ place }) => place.file))],
    people: () => [...people.values()],
    topics: () => joinLabels(parts.map((part) => part.topics())),
    sections: () => joinLabels(parts.map((part) => part.sections())),
    findPlace: (href, from) => {
      for (const part of order(from)) {
        const place = part.findPlace(href, from);
        if (place.kind !== 'outside') return place;
      }
      return { kind: 'outside' };
    },
    findUpload: (address, from) => {
      for (const part of order(from)) {
        const path = part.findUpload(address, from);
        if (path !== undefined) return path;
      }
      return undefined;
    },
    describeMedia: (address, from) => {
      for (const part of order(from)) {
        const words = part.describeMedia(address, from);
        if (words) return words;
      }
      return '';
    },
    takeNotes: (key) => partOf.get(key)?.takeNotes(key) ?? [],
    findings: [...findings, ...parts.flatMap((part) => part.findings)],
    leftOut,
    lists: (keys) => parts.flatMap((part) => part.lists(keys)),
    close: spool.close,
  };
}

/** Topics of one id are one, named as the first has it. */
function joinLabels<Label extends { readonly id: string }>(lists: readonly (readonly Label[])[]): Label[] {
  const byId = new Map<string, Label>();
  for (const label of lists.flat()) if (!byId.has(label.id)) byId.set(label.id, label);
  return [...byId.values()];
}
