import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { remember } from '../base/remember.ts';

/** Ending of a file's name → media types of `file-type`, containers among them. */
const types: Readonly<Record<string, RegExp>> = {
  mp3: /^audio\/mpeg$/,
  m4a: /^(?:audio\/(?:mp4|x-m4a)|video\/mp4)$/,
  aac: /^audio\/aac$/,
  ogg: /^(?:audio|video|application)\/ogg\b/,
  oga: /^(?:audio|application)\/ogg\b/,
  opus: /^audio\/ogg\b/,
  wav: /^audio\/(?:x-)?wav$/,
  flac: /^audio\/(?:x-)?flac$/,
  mp4: /^video\/(?:mp4|quicktime|x-m4v)$|^audio\/(?:mp4|x-m4a)$/,
  m4v: /^video\/(?:mp4|x-m4v)$/,
  webm: /^video\/(?:webm|matroska)$/,
  vtt: /^text\/vtt$/,
};

const known = new Map<string, Promise<string | undefined>>();

/** By the file's first bytes; undefined where a browser may play it. A file that has not changed is not read again. */
export function findMediaFault(file: string): Promise<string | undefined> {
  const { size, mtimeMs } = statSync(file);
  return remember(known, `${file} ${size} ${mtimeMs}`, async () => {
    if (size === 0) return 'is empty';
    const { fileTypeFromFile } = await import('file-type');
    const found = await fileTypeFromFile(file);
    const ending = extname(file).slice(1).toLowerCase();
    if (found && types[ending]!.test(found.mime)) return undefined;
    // `file-type` takes padding between the tag and the sound for the end.
    if (!found && ending === 'mp3' && (await readStart(file, 3)) === 'ID3') return undefined;
    return `cannot be played: ${found ? `it is ${found.mime}` : 'its beginning is of no known format'}, whatever its name says`;
  });
}

async function readStart(file: string, length: number): Promise<string> {
  const handle = await open(file);
  try {
    return (await handle.read(Buffer.alloc(length), 0, length, 0)).buffer.toString('latin1');
  } finally {
    await handle.close();
  }
}
