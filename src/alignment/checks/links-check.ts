import type { Block } from '../../markdown/block.ts';
import { showTarget } from '../../markdown/useless-links.ts';
import { translationOf, type UnitCheck } from './unit-check.ts';

const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i;

interface NamedLink {
  readonly key: string;
  readonly shown: string;
}

/** Other sites are compared by host, this one's pages by their number, because slugs may differ. */
export const linksCheck: UnitCheck = {
  name: 'LinksDiffer',
  find: (unit) => {
    if (!unit.blocks.en.length || !unit.blocks.fa.length) return undefined;
    const [en, fa] = [readLinks(unit.blocks.en), readLinks(unit.blocks.fa)];
    const byAddress = [subtract(en, fa, ({ shown }) => shown), subtract(fa, en, ({ shown }) => shown)] as const;
    const byKey = ({ key }: NamedLink) => key;
    const [missing, extra] = [subtract(byAddress[0], byAddress[1], byKey), subtract(byAddress[1], byAddress[0], byKey)];
    if (missing.length + extra.length === 0) return undefined;
    const list = (links: readonly NamedLink[]) => links.map(({ shown }) => shown).join(', ');
    return { lang: translationOf(unit), params: { en: list(missing), fa: list(extra) } };
  },
};

/** By file name; `map.en.png` and `map.fa.png` are one. */
export const imagesCheck: UnitCheck = {
  name: 'ImagesDiffer',
  find: (unit) => {
    if (!unit.blocks.en.length || !unit.blocks.fa.length) return undefined;
    const en = readImages(unit.blocks.en);
    const fa = readImages(unit.blocks.fa);
    const [missing, extra] = [subtract(en, fa, String), subtract(fa, en, String)];
    if (missing.length + extra.length === 0) return undefined;
    return { lang: translationOf(unit), params: { en: missing.join(', '), fa: extra.join(', ') } };
  },
};

function readLinks(blocks: readonly Block[]): NamedLink[] {
  return blocks
    .filter((block) => block.type !== 'img')
    .flatMap((block) => block.links)
    .filter((link) => !IMAGE.test(link))
    .map((link) => ({ key: nameLink(link), shown: shorten(showTarget(link)) }));
}

function readImages(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) => (block.type === 'img' ? block.links : block.links.filter((link) => IMAGE.test(link))))
    .map((link) => link.replace(/[?#].*$/s, '').replace(/^.*\//s, ''))
    .map((name) => name.replace(/[-_.](?:en|fa|prs)(?=\.\w+$)/i, ''));
}

/** The host without `www` and language; one name for all pages of this site. */
function nameLink(link: string): string {
  const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(link)?.[1];
  if (host) return host.toLowerCase().replace(/^(?:www|en|fa|m|prs)\./, '');
  if (/^mailto:/i.test(link)) return link.toLowerCase();
  return link.startsWith('#') ? '#…' : './…';
}

const MOST_SHOWN = 60;

function shorten(address: string): string {
  const plain = address.replace(/^(?:https?:)?\/\/(?:www\.)?/i, '').replace(/(?<=^[^/]+)\/$/, '');
  const characters = [...plain];
  if (characters.length <= MOST_SHOWN) return plain;
  const host = plain === address ? '' : `${/^[^/?#]*/.exec(plain)![0]}/`;
  const end = characters.slice(-Math.max(MOST_SHOWN - host.length, MOST_SHOWN / 2)).join('');
  const part = /\/(?=[^/])[\s\S]*$/.exec(end)?.[0] ?? end;
  return `${host}…${part}`;
}

function subtract<T>(from: readonly T[], these: readonly T[], keyOf: (item: T) => string): T[] {
  const left = these.map(keyOf);
  return from.filter((item) => {
    const at = left.indexOf(keyOf(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
