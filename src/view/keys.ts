import { langs } from '../locales.ts';
import { digest } from '../works/digest.ts';
import type { Content } from '../works/load.ts';

const known = new WeakMap<Content, string>();

/** Key of all that lists of works show: which works there are, and what their frontmatter says. */
export function keyLists(content: Content): string {
  const key = known.get(content) ?? makeKey(content);
  known.set(content, key);
  return key;
}

function makeKey({ works, glossaryDigest }: Content): string {
  const shown = works.map(({ name, original, editions }) => [
    name,
    original,
    ...langs.map((lang) => [editions[lang]?.slug, editions[lang]?.frontmatter]),
  ]);
  return digest(glossaryDigest, JSON.stringify(shown));
}
