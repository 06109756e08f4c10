/** What a WordPress export (WXR 1.0–1.2) holds, as far as an import needs it. */

/** The language-independent facts of an exported site. */
export interface WxrSite {
  readonly title: string;
  /** Address of the site's front page, without a trailing slash; '' where the export lacks it. */
  readonly address: string;
  /** As the site states it, `en-US` or `fa-IR`; '' where it does not. */
  readonly language: string;
  /** When it was exported; '' where it does not say. */
  readonly exported: string;
  readonly authors: readonly WxrAuthor[];
  readonly terms: readonly WxrTerm[];
}

export interface WxrAuthor {
  readonly login: string;
  readonly name: string;
}

/** A category, a tag, or a term of any other taxonomy. */
export interface WxrTerm {
  readonly id: number;
  /** `category`, `post_tag`, `term_translations`, … */
  readonly taxonomy: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  /** Slug of the category that it is below; '' where it is below none. */
  readonly parent: string;
}

/** Post, page, attachment or whatever else an `<item>` is. */
export interface WxrItem {
  /** Where it begins in its file. */
  readonly file: string;
  readonly line: number;
  readonly id: number;
  readonly type: string;
  readonly status: string;
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly creator: string;
  /** Percent-decoded. */
  readonly slug: string;
  readonly parent: number;
  /** `2019-05-03 09:30:00` in the site's own time, and in UTC; '' where not given. */
  readonly date: string;
  readonly dateUtc: string;
  readonly published: string;
  readonly excerpt: string;
  readonly password: string;
  readonly sticky: boolean;
  readonly attachmentUrl: string;
  readonly terms: readonly { readonly domain: string; readonly nicename: string; readonly name: string }[];
  readonly meta: ReadonlyMap<string, readonly string[]>;
}

/** The first value of a post's meta field, or ''. */
export function readMeta(item: Pick<WxrItem, 'meta'>, ...names: readonly string[]): string {
  for (const name of names) {
    const value = item.meta.get(name)?.[0]?.trim();
    if (value) return value;
  }
  return '';
}
