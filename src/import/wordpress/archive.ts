import { slugify } from '../write/name-file.ts';
import type { SpoolPlace } from '../write/spool.ts';
import type { WxrItem, WxrSite } from './wxr.ts';

export interface Attachment {
  readonly url: string;
  readonly alt: string;
  readonly caption: string;
  readonly parent: number;
}

export interface Post {
  readonly item: WxrItem;
  readonly place: SpoolPlace;
  readonly site: WxrSite;
}

/** The exports of one site; ids are those of its database. */
export interface Archive {
  readonly sites: readonly WxrSite[];
  readonly posts: ReadonlyMap<number, Post>;
  readonly attachments: ReadonlyMap<number, Attachment>;
  readonly reusable: ReadonlyMap<number, SpoolPlace>;
  /** Of authors without login: login that they would have → name. */
  readonly guests: ReadonlyMap<string, string>;
}

/** Lasting: the address, else the title. */
export function nameSite({ address, title }: Pick<WxrSite, 'address' | 'title'>): string {
  if (!URL.canParse(address)) return slugify(title) || 'site';
  const { host, pathname } = new URL(address);
  return host + pathname.replace(/\/$/, '');
}

/** The part of a host that is bought, so that `fa.paper.example` and `paper.example` belong together. */
export const readDomain = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname.split('.').slice(-2).join('.') : '';

const isOnePost = (a: WxrItem, b: WxrItem): boolean =>
  a.type === b.type && (a.title === b.title || (a.date !== '' && a.date === b.date));

/** Sites number their posts from 1: equal numbers must be the same post. With no number in both, addresses decide. */
function isOneSite(a: Archive, b: Archive): boolean {
  const shared = [...b.posts].flatMap(([id, { item }]) => {
    const other = a.posts.get(id)?.item;
    return other ? [isOnePost(item, other)] : [];
  });
  if (shared.length > 0) return shared.filter(Boolean).length * 2 >= shared.length;
  const [one, other] = [a.sites[0]!, b.sites[0]!];
  return (
    nameSite(one) === nameSite(other) ||
    (readDomain(one.address) !== '' && readDomain(one.address) === readDomain(other.address))
  );
}

/** One per site. @param leaveOut is called for each post that an earlier file has already */
export function joinArchives(files: readonly Archive[], leaveOut: () => void): Archive[] {
  const archives: Archive[] = [];
  for (const file of files) {
    const at = archives.findIndex((archive) => isOneSite(archive, file));
    const known = archives[at];
    if (!known) {
      archives.push(file);
      continue;
    }
    for (const id of file.posts.keys()) if (known.posts.has(id)) leaveOut();
    archives[at] = {
      sites: [...known.sites, ...file.sites],
      posts: new Map([...known.posts, ...[...file.posts].filter(([id]) => !known.posts.has(id))]),
      attachments: new Map([...file.attachments, ...known.attachments]),
      reusable: new Map([...file.reusable, ...known.reusable]),
      guests: new Map([...file.guests, ...known.guests]),
    };
  }
  return archives;
}
