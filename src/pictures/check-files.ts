import { existsSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Edition } from '../content/edition.ts';
import { type FileKind, isOfKind } from '../content/file-kinds.ts';
import { locateField } from '../content/frontmatter.ts';
import { imagePath, portraitPath } from '../content/images.ts';
import { decodeTarget } from '../content/links.ts';
import type { Content } from '../content/load.ts';
import { readYaml } from '../content/read-yaml.ts';
import { listEditions, type Work } from '../content/work.ts';
import { createFinding, type Finding } from '../errors.ts';
import type { Publication } from '../works/publication.ts';
import { findMediaFault } from './media-fault.ts';
import { findPictureDamage } from './picture-fault.ts';

/** Files that cannot be read or played. Missing ones, and those of another kind: see `checkImage` and `checkMedia`. */
export async function checkFiles(publication: Publication, work: Work): Promise<Finding[]> {
  const { contentDir } = publication;
  const facts = publication.readFacts(work);
  const findings: Finding[] = [];
  const check = async (edition: Edition, target: string, kind: FileKind, locate: () => object | undefined) => {
    const file = imagePath(contentDir, edition, target);
    if (!existsSync(file) || !isOfKind(file, kind)) return;
    const isPicture = kind === 'picture';
    // Pictures in public/ are published unread.
    if (isPicture && target.startsWith('/')) return;
    const reason = await (isPicture ? findPictureDamage(file) : findMediaFault(file));
    if (!reason) return;
    const at = { file: edition.file, ...locate() };
    const params = { target: decodeTarget(target), kind, reason };
    findings.push(createFinding(isPicture ? 'ImageUnusable' : 'MediaUnusable', at, params));
  };
  for (const edition of listEditions(work)) {
    const { cover, audio } = edition.frontmatter;
    const { images, files } = facts.editions[edition.lang]!;
    const places = () => publication.prepare(work).editions[edition.lang]!.compiled.places();
    if (cover) await check(edition, cover.src, 'picture', () => locateField(edition.head, ['cover', 'src']));
    if (audio) await check(edition, audio.file, 'sound', () => locateField(edition.head, ['audio', 'file']));
    for (const [i, target] of images.entries()) await check(edition, target, 'picture', () => places().images[i]);
    for (const [i, { target, kind }] of files.entries()) await check(edition, target, kind, () => places().files[i]);
  }
  return findings;
}

export async function checkPortraitPictures(content: Content, contentDir: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [id, { portrait }] of content.people) {
    const file = portrait && portraitPath(contentDir, portrait);
    const reason = file && existsSync(file) ? await findPictureDamage(file) : undefined;
    if (!reason) continue;
    const list = join(contentDir, 'people.yaml');
    const at = {
      file: relative(content.root, list).split(sep).join('/'),
      ...readYaml(readFileSync(list, 'utf8')).find([id, 'portrait']),
    };
    findings.push(createFinding('ImageUnusable', at, { target: portrait!, reason }));
  }
  return findings;
}
