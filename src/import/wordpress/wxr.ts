/** A WordPress export (WXR 1.0–1.2), as far as an import needs it. */

export interface WxrSite {
  readonly title: string;
  /** Front page, without a trailing slash; or ''. */
  readonly address: string;
  /** `en-US` or `fa-IR`; or ''. */
  readonly language: string;
  readonly exported: string;
  readonly authors: readonly WxrAuthor[];
  readonly terms: readonly WxrTerm[];
}

export interface WxrAuthor {
  readonly login: string;
  readonly name: string;
}

export interface WxrTerm {
  readonly id: number;
  /** `category`, `post_tag`, `term_translations`, … */
  readonly taxonomy: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly parent: string;
}

export interface WxrItem {
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
  /** `2019-05-03 09:30:00` in the site's own time, and in UTC; or ''. */
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

/** The first value, or ''. */
export function readMeta(item: Pick<WxrItem, 'meta'>, ...names: readonly string[]): string {
  for (const name of names) {
    const value = item.meta.get(name)?.[0]?.trim();
    if (value) return value;
  }
  return '';
}
