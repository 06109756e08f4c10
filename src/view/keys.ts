import { langs } from '../locales.ts';
import type { Lang } from '../works/block.ts';
import { digest } from '../works/digest.ts';
import { listFeed } from '../works/list.ts';
import type { Content } from '../works/load.ts';
import type { Publication } from '../works/publication.ts';

const known = new WeakMap<Content, string>();

/** Key of all that lists of works show: which works there are, and what their frontmatter says. */
export function keyLists(content: Content): string {
  const key = known.get(content) ?? makeKey(content);
  known.set(content, key);
  return key;
}

/** Key of a language's feed: it shows its works whole. */
export function keyFeed({ content, workOf, keyOf }: Publication, lang: Lang): string {
  return digest(keyLists(content), ...listFeed(content, lang).map((edition) => keyOf(workOf(edition))));
}

function makeKey({ works, glossaryDigest }: Content): string {
  const shown = works.map(({ name, original, editions }) => [
    name,
    original,
    ...langs.map((lang) => [editions[lang]?.slug, editions[lang]?.frontmatter]),
  ]);
  return digest(glossaryDigest, JSON.stringify(shown));
}
