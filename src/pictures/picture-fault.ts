import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import sharp from 'sharp';
import { readPicture } from './picture.ts';

const tooLarge = /pixel limit/i;
const tooLargeReason = 'has more pixels than can be read (268 million)';

function explainUnreadable({ message }: Error): string {
  return tooLarge.test(message) ? tooLargeReason : 'is not a picture that can be read, whatever its name says';
}

/** The decoder's own words are not reliable: its threads share them. */
export function explainUndecodable({ message }: Error): string {
  return tooLarge.test(message) ? tooLargeReason : 'is damaged: not all of the picture is there';
}

export async function findPictureFault(file: string): Promise<string | undefined> {
  try {
    await readPicture(file);
    return undefined;
  } catch (error) {
    return explainUnreadable(error as Error);
  }
}

const ENDS: Readonly<Record<string, Buffer>> = {
  '.jpg': Buffer.from([0xff, 0xd9]),
  '.jpeg': Buffer.from([0xff, 0xd9]),
  '.png': Buffer.from('IEND'),
};
/** Programs write something of their own behind the end. */
const TAIL = 4096;

/** Also finds pictures that are cut off: one without its proper end is read as a whole. */
export async function findPictureDamage(file: string): Promise<string | undefined> {
  const fault = await findPictureFault(file);
  const end = ENDS[extname(file).toLowerCase()];
  if (fault || !end || readTail(file).includes(end)) return fault;
  try {
    await sharp(file).stats();
    return undefined;
  } catch (error) {
    return explainUndecodable(error as Error);
  }
}

function readTail(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(TAIL, size));
    readSync(file, tail, 0, tail.length, size - tail.length);
    return tail;
  } finally {
    closeSync(file);
  }
}
