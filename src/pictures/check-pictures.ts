import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from '../content/edition.ts';
import { locateField } from '../content/frontmatter.ts';
import { imageFile, imagePath } from '../content/images.ts';
import { decodeTarget } from '../content/links.ts';
import type { Content } from '../content/load.ts';
import { listEditions, type Work } from '../content/work.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Publication } from '../works/publication.ts';
import { readPicture } from './picture.ts';

/** Why sharp cannot read a picture, in words; undefined where it can. */
async function findFault(file: string): Promise<string | undefined> {
  try {
    await readPicture(file);
    return undefined;
  } catch (error) {
    return explainUnreadable(error as Error);
  }
}

const tooLarge = /pixel limit/i;
const tooLargeReason = 'has more pixels than can be read (268 million)';

function explainUnreadable({ message }: Error): string {
  return tooLarge.test(message) ? tooLargeReason : 'is not a picture that can be read, whatever its name says';
}

/**
 * Why the pixels of a picture cannot be read that has a readable beginning. The decoder's own words do not say it
 * reliably: its threads share them.
 */
export function explainUndecodable({ message }: Error): string {
  return tooLarge.test(message) ? tooLargeReason : 'is damaged: not all of the picture is there';
}

/**
 * Pictures of a work that are there and cannot be read. Rendering reads them, too, and does so once.
 * @see `checkImage` for those that are missing
 */
export async function checkPictures(publication: Publication, work: Work): Promise<Finding[]> {
  const { contentDir } = publication;
  const facts = publication.readFacts(work);
  const findings: Finding[] = [];
  const check = async (edition: Edition, target: string, locate: () => object | undefined) => {
    const file = imagePath(contentDir, edition, target);
    if (target.startsWith('/') || !imageFile.test(file) || !existsSync(file)) return;
    const reason = await findFault(file);
    if (!reason) return;
    const at = { file: edition.file, ...locate() };
    findings.push(createFinding('ImageUnusable', at, { target: decodeTarget(target), reason }));
  };
  for (const edition of listEditions(work)) {
    const { cover } = edition.frontmatter;
    if (cover) await check(edition, cover.src, () => locateField(edition.head, ['cover', 'src']));
    for (const [i, target] of facts.editions[edition.lang]!.images.entries())
      await check(edition, target, () => publication.prepare(work).editions[edition.lang]!.compiled.places().images[i]);
  }
  return findings;
}

/** Portraits of people that are there and cannot be read. */
export async function checkPortraitPictures({ people }: Content, contentDir: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { portrait } of people.values()) {
    const file = portrait && join(contentDir, portrait);
    const reason = file && existsSync(file) ? await findFault(file) : undefined;
    if (reason)
      findings.push(
        createFinding('ImageUnusable', { file: join(contentDir, 'people.yaml') }, { target: portrait!, reason }),
      );
  }
  return findings;
}
