import type { Block } from '../../markdown/block.ts';
import { translationOf, type UnitCheck } from './unit-check.ts';

const IMAGE = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i;

/** Links that one side has and the other lacks: other sites by their host, this one's pages by their number. */
export const linksCheck: UnitCheck = {
  name: 'LinksDiffer',
  find: (unit) => {
    if (!unit.blocks.en.length || !unit.blocks.fa.length) return undefined;
    const en = readLinks(unit.blocks.en);
    const fa = readLinks(unit.blocks.fa);
    const [missing, extra] = [subtract(en, fa), subtract(fa, en)];
    if (missing.length + extra.length === 0) return undefined;
    return { lang: translationOf(unit), params: { en: missing.join(', '), fa: extra.join(', ') } };
  },
};

/** Images that one side has and the other lacks, by file name; `map.en.png` and `map.fa.png` are one. */
export const imagesCheck: UnitCheck = {
  name: 'ImagesDiffer',
  find: (unit) => {
    if (!unit.blocks.en.length || !unit.blocks.fa.length) return undefined;
    const en = readImages(unit.blocks.en);
    const fa = readImages(unit.blocks.fa);
    const [missing, extra] = [subtract(en, fa), subtract(fa, en)];
    if (missing.length + extra.length === 0) return undefined;
    return { lang: translationOf(unit), params: { en: missing.join(', '), fa: extra.join(', ') } };
  },
};

function readLinks(blocks: readonly Block[]): string[] {
  return blocks
    .filter((block) => block.type !== 'img')
    .flatMap((block) => block.links)
    .filter((link) => !IMAGE.test(link))
    .map(nameLink);
}

function readImages(blocks: readonly Block[]): string[] {
  return blocks
    .flatMap((block) => (block.type === 'img' ? block.links : block.links.filter((link) => IMAGE.test(link))))
    .map((link) => link.replace(/[?#].*$/s, '').replace(/^.*\//s, ''))
    .map((name) => name.replace(/[-_.](?:en|fa|prs)(?=\.\w+$)/i, ''));
}

/** The host without `www` and language; for a page of this site the fact alone, since slugs may differ. */
function nameLink(link: string): string {
  const host = /^(?:https?:)?\/\/([^/?#]+)/i.exec(link)?.[1];
  if (host) return host.toLowerCase().replace(/^(?:www|en|fa|m|prs)\./, '');
  if (/^mailto:/i.test(link)) return link.toLowerCase();
  return link.startsWith('#') ? '#…' : './…';
}

function subtract(from: readonly string[], these: readonly string[]): string[] {
  const left = [...these];
  return from.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
