import { posix } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import type { Point } from '../markdown/block.ts';
import { addresses } from './addresses.ts';
import type { Edition } from './edition.ts';
import { decodeTarget, readTarget } from './links.ts';
import type { Content } from './load.ts';
import { explainUnpublished, type PlannedEdition } from './planning.ts';
import { pageOf } from './redirects.ts';
import { listEditions } from './work.ts';

/** For a link to an old address: the file that has it now, or where it leads. */
function findNewTarget({ redirects, works }: Content, edition: Edition, target: string): string | undefined {
  const { path, query, fragment } = readTarget(edition, target);
  const pages = [`${path.replace(/\.(?:mdx?|html)$/, '')}.html`, pageOf(`/${path}`)];
  const redirect = redirects.find(({ page }) => page !== null && pages.includes(page));
  if (!redirect) return undefined;
  const { to } = redirect;
  const rest = `${query}${fragment && `#${fragment}`}`;
  const found = works.flatMap(listEditions).find(({ lang, slug }) => addresses.article(lang, slug) === to);
  if (!found || target.startsWith('/')) return /^\w+:/.test(to) ? to : `/${to}${to.includes('#') ? '' : rest}`;
  const file = `${found.lang}/${found.slug}${posix.extname(found.file)}`;
  const relative = posix.relative(posix.dirname(addresses.article(edition.lang, edition.slug)), file);
  return `${relative.startsWith('.') ? '' : './'}${relative}${rest}`;
}

export function describeUnpublishedLink(
  { file }: Edition,
  target: string,
  planned: PlannedEdition | undefined,
  place?: Point,
): Finding {
  const params = { target: decodeTarget(target), why: planned ? explainUnpublished(planned) : '' };
  return createFinding('LinkUnpublished', { file, ...place }, params);
}

/** Says where the target is now, if that is known. */
export function describeBrokenLink(content: Content, edition: Edition, target: string, place?: Point): Finding {
  const now = findNewTarget(content, edition, target);
  const { path } = readTarget(edition, target);
  const isPage = /^(?:|\.html|\.mdx?)$/i.test(posix.extname(path));
  // A file is published at its address only from `public/`.
  const isOfLanguage = /^(?:en|fa)\//.test(path) && !target.startsWith('/');
  const file = isPage ? undefined : isOfLanguage ? posix.basename(path) : path;
  const params = { target: decodeTarget(target), ...(now !== undefined && { now }), ...(file && { file }) };
  return createFinding('LinkBroken', { file: edition.file, ...place }, params);
}
