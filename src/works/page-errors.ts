import { addresses } from '../content/addresses.ts';
import type { Edition } from '../content/edition.ts';
import { readEditionName } from '../content/edition-name.ts';
import type { Content } from '../content/load.ts';
import { pageOf } from '../content/redirects.ts';
import { listEditions, listWorkNames } from '../content/work.ts';
import type { Finding } from '../errors.ts';
import type { Publication } from './publication.ts';

export interface AskedPage {
  /** Encoded, with a leading slash: `/en/bridge.html`. */
  readonly address: string;
  readonly found: boolean;
}

function findEditions({ works, unsound }: Content, address: string): Edition[] {
  const page = pageOf(address);
  const all = [...works.flatMap(listEditions), ...unsound];
  const asked = all.filter(
    (edition) =>
      addresses.article(edition.lang, edition.slug) === page ||
      listWorkNames(edition).some((name) => addresses.facing(name) === page),
  );
  const names = new Set(asked.flatMap(listWorkNames));
  return all.filter((edition) => listWorkNames(edition).some((name) => names.has(name)));
}

/** Those of the page's work first. Where no page was found, all that keeps works from being shown. */
export function listPageErrors(
  { content, contentDir, checkWork }: Publication,
  { address, found }: AskedPage,
): Finding[] {
  const files = new Set(findEditions(content, address).map(({ file }) => file));
  const isOwn = ({ file }: { readonly file: string }) => files.has(file);
  const isOfEdition = ({ file }: Finding) => readEditionName(contentDir, content.root, file) !== undefined;
  const findings = [
    ...content.findings.filter(isOwn),
    ...content.works.filter((work) => listEditions(work).some(isOwn)).flatMap(checkWork),
    ...content.findings.filter((finding) => !isOwn(finding) && (!found || !isOfEdition(finding))),
  ];
  return findings.filter(({ severity }) => severity === 'error');
}
