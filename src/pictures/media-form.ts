import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { remember } from '../base/remember.ts';
import { type PictureForm, toReadableName } from './picture.ts';

const known = new Map<string, Promise<PictureForm>>();

export function openMediaForm(file: string): Promise<PictureForm> {
  const { size, mtimeMs } = statSync(file);
  return remember(known, `${file} ${size} ${mtimeMs}`, async (): Promise<PictureForm> => {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    const digest = hash.digest('hex');
    const path = `_beyt/media/${toReadableName(file)}.${digest.slice(0, 10)}${extname(file).toLowerCase()}`;
    return { file, digest, path, kind: 'original', width: 0, isAnimated: false };
  });
}
