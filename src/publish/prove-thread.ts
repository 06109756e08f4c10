import type { Content } from '../works/load.ts';
import { listEditions } from '../works/work.ts';
import { digestBytes } from './digest.ts';

/**
 * Digest by which two threads prove to each other that they have read the same content and make the same pages of it.
 * @param trials paths of a few pages to make
 */
export async function proveThread(
  { works, glossaryDigest }: Content,
  trials: readonly string[],
  render: (path: string) => Promise<Uint8Array>,
): Promise<string> {
  const digests = works.flatMap((work) => listEditions(work).map((edition) => edition.digest));
  const pages: string[] = [];
  for (const path of trials) pages.push(digestBytes(await render(path)));
  return digestBytes(Buffer.from([glossaryDigest, ...digests, ...pages].join('\0')));
}
