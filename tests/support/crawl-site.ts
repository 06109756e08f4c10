export interface DeadReference {
  readonly page: string;
  readonly reference: string;
  readonly reason: string;
}

export interface Crawl {
  readonly pages: number;
  readonly references: number;
  readonly twins: number;
  readonly dead: readonly DeadReference[];
}

const attribute = /\s(href|src|srcset|action|data-script|data-late)="([^"]*)"/g;

/** Entities resolved. */
function listReferences(html: string): { reference: string; twin: boolean; follow: boolean }[] {
  const found: { reference: string; twin: boolean; follow: boolean }[] = [];
  for (const [tag, name] of html.matchAll(/<([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (/\brel="canonical"|\bhreflang="[^"]*" href="https?:/.test(tag) && name === 'link') continue;
    for (const [, key, value] of tag.matchAll(attribute)) {
      const plain = value!
        .replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n))
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&');
      const list = key === 'srcset' ? plain.split(/,\s+/).map((part) => part.trim().split(/\s/)[0]!) : [plain];
      const twin = /\bclass="(?:[^"]* )?twin[" ]/.test(tag);
      for (const reference of list) found.push({ reference, twin, follow: name === 'a' });
    }
  }
  return found;
}

/** Each reference must answer, stay below the root, and have its fragment. @param read of addresses without fragment */
export async function crawlSite(root: string, read: (url: string) => Promise<string | undefined>): Promise<Crawl> {
  const texts = new Map<string, Promise<string | undefined>>();
  const load = (url: string) => {
    if (!texts.has(url)) texts.set(url, read(url));
    return texts.get(url)!;
  };
  const dead: DeadReference[] = [];
  const queue = [`${root}index.html`];
  const seen = new Set(queue);
  let references = 0;
  let twins = 0;
  for (const page of queue) {
    const html = await load(page);
    if (html === undefined) continue;
    for (const { reference, twin, follow } of listReferences(html)) {
      if (/^(?!https?:|file:)[a-z][a-z0-9+.-]*:/i.test(reference)) continue;
      const url = new URL(reference, page);
      const fragment = decodeURIComponent(url.hash.slice(1));
      url.hash = '';
      const own = url.href.startsWith(root);
      if (!own && /^https?:/.test(reference)) continue;
      references++;
      if (twin) twins++;
      const bare = url.href.replace(/\?.*$/, '');
      const fail = (reason: string) => dead.push({ page, reference, reason });
      if (!own) fail('leaves the site');
      else if (/^https?:|^\//.test(reference)) fail('is not relative');
      else {
        const target = await load(bare);
        if (target === undefined) fail('does not answer');
        else if (fragment && !target.includes(`id="${fragment}"`)) fail('names no place there');
        if (follow && /\.html$/.test(bare) && !seen.has(bare)) {
          seen.add(bare);
          queue.push(bare);
        }
      }
    }
  }
  return { pages: queue.length, references, twins, dead };
}
