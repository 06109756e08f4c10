import { existsSync } from 'node:fs';
import { join } from 'node:path';
import exif from 'exif-reader';
import sharp from 'sharp';
import { listFiles } from '../base/list-files.ts';
import { imageFile } from '../content/file-kinds.ts';
import { createFinding, type Finding } from '../errors.ts';

/** Published with their EXIF data: a place can betray the person who took or gave a photograph. */
export async function checkPublicPictures(folder: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const path of existsSync(folder) ? listFiles(folder).filter((name) => imageFile.test(name)) : [])
    if (await saysPlace(join(folder, path)))
      findings.push(createFinding('PicturePlaced', { file: join(folder, path) }));
  return findings;
}

async function saysPlace(file: string): Promise<boolean> {
  try {
    const { exif: bytes } = await sharp(file).metadata();
    const place = bytes && exif(bytes).GPSInfo;
    return !!place && ('GPSLatitude' in place || 'GPSLongitude' in place);
  } catch {
    // No picture that sharp reads, or data that no reader makes sense of.
    return false;
  }
}
