import { posix } from 'node:path';
import { createFinding, type Finding } from '../errors.ts';
import type { Lang } from '../markdown/block.ts';
import { addresses, encodeReference } from './addresses.ts';
import { findPathFault } from './checks/slug-fitness.ts';
import type { Edition } from './edition.ts';
import { locateField } from './frontmatter.ts';
import { decodeTarget } from './links.ts';
import { listEditions, type Work } from './work.ts';

export interface Redirect {
  /** Not encoded: `/en/old.html`, `/2019/05/old-name/`, `/?p=123`. */
  readonly from: string;
  /** Below `dist/`; null where the address has a query, which only a host can answer. */
  readonly page: string | null;
  /** Path below `dist/`, with its fragment if it has one, or an address elsewhere. */
  readonly to: string;
}

/** Where a host sends the browser: an address elsewhere, or one from the root. */
export const locationOf = ({ to }: Redirect): string =>
  /^[a-z][a-z\d+.-]*:/i.test(to) ? to : `/${encodeReference(to)}`;

interface Claim extends Redirect {
  readonly at: () => { file: string; line?: number; column?: number };
  readonly owner: string;
}

/** Path below `dist/`; null where the address has a query. */
export function pageOf(address: string): string | null {
  if (address.includes('?')) return null;
  const path = decodeTarget(address.replace(/#.*$/s, '')).normalize('NFC').replace(/^\/+/, '');
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return /\.\w+$/.test(posix.basename(path)) ? path : `${path}.html`;
}

/** The pages of an alias: that of the edition and, where the work has two, their facing page. */
export function listOldAddresses(
  lang: Lang,
  alias: string,
  hasTwin: boolean,
): [own: Pick<Redirect, 'from' | 'page'>, facing?: Pick<Redirect, 'from' | 'page'>] {
  if (alias.startsWith('/')) {
    const from = decodeTarget(alias).normalize('NFC');
    return [{ from, page: pageOf(from) }];
  }
  const old = alias.normalize('NFC').replace(/\.(?:mdx?|html)$/, '');
  const [article, facing] = [addresses.article(lang, old), addresses.facing(old)];
  return hasTwin
    ? [
        { from: `/${article}`, page: article },
        { from: `/${facing}`, page: facing },
      ]
    : [{ from: `/${article}`, page: article }];
}

function claimOf(work: Work, edition: Edition): Claim[] {
  const { lang, slug } = edition;
  return (edition.frontmatter.aliases ?? []).flatMap((alias, i): Claim[] => {
    const at = () => ({ file: edition.file, ...locateField(edition.head, ['aliases', i]) });
    const to = addresses.article(lang, slug);
    const owner = `an alias of ${edition.file}`;
    const [article, facing] = listOldAddresses(lang, alias, listEditions(work).length > 1);
    if (!alias.startsWith('/') && article.page === to) return [];
    return [
      { ...article, to, at, owner },
      ...(facing ? [{ ...facing, to: addresses.facing(work.name), at, owner }] : []),
    ];
  });
}

/** `address` is a path below `dist/`, or as it is asked for where it has a query. */
export function listClaims(works: readonly Work[]): { readonly address: string; readonly edition: Edition }[] {
  return works.flatMap((work) =>
    listEditions(work).flatMap((edition) =>
      claimOf(work, edition).map(({ page, from }) => ({ address: page ?? from, edition })),
    ),
  );
}

/** Old addresses that are pages, or go to two places or nowhere, are findings. @param findAlike takes either case */
export function listRedirects(
  works: readonly Work[],
  settings: Readonly<Record<string, string>>,
  isPage: (path: string) => boolean,
  findAlike: (path: string) => string | undefined,
  locate: (path: readonly PropertyKey[]) => { file: string; line: number; column: number },
): { redirects: Redirect[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const taken = new Map<string, Claim>();
  const takenAlike = new Map<string, Claim>();
  const claim = (added: Claim): void => {
    const { page } = added;
    const key = page ?? added.from;
    const other = taken.get(key);
    // The editions of a work may both claim its old facing page, which may still be that of another work.
    if (page?.startsWith('both/') && isPage(page)) return;
    const fault = page === null ? undefined : findPathFault(page);
    const alike = page === null ? undefined : findAlike(page);
    const rival = takenAlike.get(key.toLowerCase());
    if (page !== null && isPage(page)) report(added, 'the address of a page today');
    else if (fault) findings.push(createFinding('AddressUnfit', added.at(), { address: added.from, reason: fault }));
    else if (alike !== undefined)
      report(added, `that of ${alike} on Windows and macOS, which take capitals for small letters`);
    else if (other && other.to !== added.to) report(added, `${other.owner} already`);
    else if (page !== null && rival && rival.to !== added.to)
      report(added, `${rival.owner} already, on Windows and macOS, which take capitals for small letters`);
    else {
      taken.set(key, other ?? added);
      if (page !== null && !rival) takenAlike.set(key.toLowerCase(), added);
    }
  };
  const report = ({ from, at }: Claim, why: string) =>
    findings.push(createFinding('AddressTaken', at(), { address: from, taken: why }));
  for (const work of works)
    for (const edition of listEditions(work)) for (const added of claimOf(work, edition)) claim(added);
  for (const [written, target] of Object.entries(settings)) {
    const from = decodeTarget(written).normalize('NFC');
    const at = () => locate(['redirects', written]);
    const isOuter = !target.startsWith('/');
    const path = isOuter ? null : pageOf(target.replace(/\?[^#]*/, ''))!;
    if (path !== null && !isPage(path)) {
      findings.push(createFinding('RedirectBroken', at(), { address: written, target }));
      continue;
    }
    const to = isOuter ? target : `${path}${/[?#].*$/s.exec(target)?.[0] ?? ''}`;
    claim({ from, page: pageOf(from), to, at, owner: 'a redirect of the settings' });
  }
  const redirects = [...taken.values()].map(({ from, page, to }) => ({ from, page, to }));
  return { redirects: redirects.sort((a, b) => (a.from < b.from ? -1 : 1)), findings };
}
