/** Bytes that every file system takes, with room for `.html` and what compression adds. */
const longest = 240;

/** Why a slug is no name on some system that the site may be put on: a Windows disk, a USB stick. */
export function findUnfitness(slug: string): string | undefined {
  for (const part of slug.split('/')) {
    const char = /[<>:"|?*\\%#\p{Cc}]/u.exec(part)?.[0];
    if (char) return `it has the character ${JSON.stringify(char)}`;
    if (/[. ]$/.test(part)) return 'it ends with a dot or a space';
    if (/\.html?$/i.test(part)) return 'it ends with .html, which its address gets by itself';
    if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part)) return 'Windows keeps this name for a device';
    if (Buffer.byteLength(part) > longest) return `it is longer than ${longest} bytes`;
  }
  return undefined;
}

/** File systems of Windows and macOS take capitals for small letters. */
const reserved = /^(?:index|search|feed|works|topics|people|corrections)$|^(?:topics|people|works|sections|series)\//i;

/** Whether a page of the site itself has the name. */
export const isReserved = (slug: string): boolean => reserved.test(slug);

const ownFiles = /^(?:[_.]|pagefind\/|(?:manifest|robots|sitemap)\.)/i;

/** @param path below `dist/` */
export function findPathFault(path: string): string | undefined {
  if (ownFiles.test(path)) return 'it is that of a file or folder of the site itself';
  return findUnfitness(path.replace(/(?:\/index)?\.html$/, ''));
}
