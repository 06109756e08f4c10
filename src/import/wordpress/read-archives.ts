import type { Finding } from '../../errors.ts';
import type { Spool, SpoolPlace } from '../write/spool.ts';
import { type Archive, type Attachment, joinArchives, type Post } from './archive.ts';
import { readWxr } from './read-wxr.ts';
import { readMeta, type WxrItem } from './wxr.ts';

/** Thrown away or never begun. */
const GONE = /^(?:trash|auto-draft)$/;

export interface ReadArchives {
  readonly archives: readonly Archive[];
  readonly findings: readonly Finding[];
  readonly leftOut: Record<string, number>;
  readonly bare: readonly string[];
}

/** Reads streams. @param types post types to take beside posts and pages */
export async function readArchives(
  files: readonly string[],
  types: readonly string[],
  spool: Spool,
): Promise<ReadArchives> {
  const leftOut: Record<string, number> = {};
  const leaveOut = (why: string) => {
    leftOut[why] = (leftOut[why] ?? 0) + 1;
  };
  const findings: Finding[] = [];
  const bare: string[] = [];
  const read: Archive[] = [];
  for (const file of files) {
    const posts = new Map<number, Omit<Post, 'site'>>();
    const attachments = new Map<number, Attachment>();
    const reusable = new Map<number, SpoolPlace>();
    const guests = new Map<string, string>();
    let items = 0;
    const take = (item: WxrItem, content: string) => {
      items++;
      if (item.type === 'attachment') attachments.set(item.id, toAttachment(item));
      else if (item.type === 'wp_block') reusable.set(item.id, spool.put(content));
      else if (item.type === 'guest-author') guests.set(readGuestLogin(item), item.title);
      else if (item.type !== 'post' && item.type !== 'page' && !types.includes(item.type))
        leaveOut(`type ${item.type}`);
      else if (GONE.test(item.status)) leaveOut(item.status);
      else if (item.id === 0) leaveOut('without an id');
      else if (posts.has(item.id)) leaveOut('twice in the exports');
      else posts.set(item.id, { item, place: spool.put(content) });
    };
    const { site, findings: faults } = await readWxr(file, take);
    if (items === 0) bare.push(file);
    findings.push(...faults);
    read.push({
      sites: [site],
      posts: new Map([...posts].map(([id, post]) => [id, { ...post, site }])),
      attachments,
      reusable,
      guests,
    });
  }
  return { archives: joinArchives(read, () => leaveOut('twice in the exports')), findings, leftOut, bare };
}

const toAttachment = (item: WxrItem): Attachment => ({
  url: item.attachmentUrl || item.guid,
  alt: readMeta(item, '_wp_attachment_image_alt'),
  caption: item.excerpt,
  parent: item.parent,
});

/** Of Co-Authors Plus, without its `cap-`. */
const readGuestLogin = (item: WxrItem): string => (readMeta(item, 'cap-user_login') || item.slug).replace(/^cap-/, '');
