import { describeBrokenLink } from '../content/broken-links.ts';
import { isSwitchedOff } from '../content/checks/checks-off.ts';
import type { Edition } from '../content/edition.ts';
import { createLinkResolver } from '../content/links.ts';
import type { Content } from '../content/load.ts';
import type { Finding } from '../errors.ts';
import { checkNamedFiles } from './check-named-files.ts';
import { compileFile } from './prepared.ts';

/** So that one run shows everything. Places within the edition's own text cannot be looked up. */
function checkUnsound(content: Content, contentDir: string, edition: Edition): Finding[] {
  const { findings, links, places, ...named } = compileFile(content, edition);
  const resolveLink = createLinkResolver(content);
  return [
    ...findings,
    ...links.flatMap((link, i) => {
      if (link.startsWith('#') || resolveLink(edition, link)) return [];
      return [describeBrokenLink(content, edition, link, places().links[i])];
    }),
    ...checkNamedFiles(contentDir, edition, named, places),
  ];
}

export function reportUnsound(content: Content, contentDir: string): Content {
  const readable = content.unsound.filter(({ isUnreadable }) => !isUnreadable);
  const found = readable.flatMap((edition) => checkUnsound(content, contentDir, edition));
  const shown = found.filter((finding) => !isSwitchedOff(content, finding));
  return shown.length === 0 ? content : { ...content, findings: [...content.findings, ...shown] };
}
