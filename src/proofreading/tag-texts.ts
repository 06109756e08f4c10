const readAttributes = /^(?:alt|title|caption|credit|by|source|a|b|label|aria-label|summary|abbr|placeholder)$/;
const tag = /<\/?(?<name>[A-Za-z][\w.:-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^'">])*)>/g;
const attribute = /(?<=\s)(?<key>[\w:-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;

export interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
  readonly lang?: string;
  /** As `[start, end)`. */
  readonly texts: readonly (readonly [start: number, end: number])[];
}

export function findTags(source: string, from: number, to: number): Tag[] {
  return [...source.slice(from, to).matchAll(tag)].map((found) => {
    const { name, attributes } = found.groups as { name: string; attributes: string };
    const start = from + found.index;
    const texts: [number, number][] = [];
    let lang: string | undefined;
    const begin = start + found[0].indexOf(attributes, name.length + 1);
    for (const { 0: all, index, groups } of attributes.matchAll(attribute)) {
      const value = groups!.double ?? groups!.single ?? '';
      const end = begin + index + all.length - 1;
      if (groups!.key === 'lang') lang = value;
      else if (readAttributes.test(groups!.key!)) texts.push([end - value.length, end]);
    }
    return {
      name,
      start,
      end: start + found[0].length,
      isEnd: found[0].startsWith('</'),
      isEmpty: attributes.endsWith('/'),
      ...(lang !== undefined && { lang }),
      texts,
    };
  });
}
