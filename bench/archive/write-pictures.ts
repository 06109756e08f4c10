import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { startRandom } from '../../src/base/random.ts';
import { nameArticle } from './article.ts';

/** Changes with the pictures, so that no older archive is taken for it. */
const VERSION = 1;
const [WIDTH, HEIGHT] = [1600, 1067];

/** As hard to pack as a photograph: soft shapes under the grain of a sensor. @returns a JPEG of about 0.5 MB */
async function makePhoto(number: number): Promise<Uint8Array> {
  const random = startRandom(number + 1);
  const small = Buffer.from(Array.from({ length: 24 * 16 * 3 }, () => Math.floor(random() * 256)));
  const shapes = sharp(small, { raw: { width: 24, height: 16, channels: 3 } }).resize(WIDTH, HEIGHT, {
    kernel: 'cubic',
  });
  const grain = Buffer.alloc(WIDTH * HEIGHT * 3);
  let state = (number + 1) * 2654435761;
  for (let i = 0; i < grain.length; i++) {
    state = (state * 1664525 + 1013904223) >>> 0;
    grain[i] = 118 + (state >>> 28);
  }
  const noise = await sharp(grain, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
  return shapes
    .composite([{ input: noise, blend: 'overlay' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

export function addCover(file: string, name: string): void {
  const source = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    source.replace(/\n---\n/, `\ncover:\n  src: ../img/${name}.jpg\n  alt: A made-up picture\n---\n`),
  );
}

export async function writePicture(content: string, name: string, number: number): Promise<void> {
  mkdirSync(join(content, 'img'), { recursive: true });
  writeFileSync(join(content, 'img', `${name}.jpg`), await makePhoto(number));
}

/** One photograph per work. A complete archive is left as it is. @returns its content folder */
export async function writePictures(archive: string, works: number): Promise<string> {
  const root = `${archive}-pictures`;
  const [content, done] = [join(root, 'content'), join(root, 'version')];
  if (existsSync(done) && readFileSync(done, 'utf8') === String(VERSION)) return content;
  rmSync(root, { recursive: true, force: true });
  cpSync(join(archive, 'content'), content, { recursive: true });
  for (let index = 0; index < works; index++) {
    const name = nameArticle(index);
    await writePicture(content, name, index);
    for (const lang of ['en', 'fa']) addCover(join(content, lang, `${name}.mdx`), name);
  }
  writeFileSync(done, String(VERSION));
  return content;
}
