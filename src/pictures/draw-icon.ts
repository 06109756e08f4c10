import { readFileSync } from 'node:fs';

/** Sizes in pixels, as Apple and old browsers want them. */
export const icons = {
  'apple-touch-icon.png': { type: 'image/png', size: 180 },
  'favicon.ico': { type: 'image/x-icon', size: 48 },
} as const;

/** Pixels per inch of SVG by default. */
const DENSITY = 72;

/** @param size in pixels, at most 256 @see https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) */
export function wrapIcon(png: Uint8Array, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size % 256, 6);
  head.writeUInt8(size % 256, 7);
  // One colour plane, 32 bits per pixel; then the picture's length and offset.
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

/** Apple's icon has no transparent parts: they would be black. */
export async function drawIcon(file: string, name: keyof typeof icons): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const svg = readFileSync(file);
  const { size } = icons[name];
  const { width = size } = await sharp(svg).metadata();
  // Scaling what is drawn small would blur it.
  const drawn = sharp(svg, { density: Math.min(Math.max(1, (DENSITY * size) / width), 100_000) }).resize(size, size, {
    fit: 'contain',
    background: { r: 0, g: 0, b: 0, alpha: 0 },
  });
  if (name === 'favicon.ico') return wrapIcon(await drawn.png().toBuffer(), size);
  return drawn.flatten({ background: '#ffffff' }).png().toBuffer();
}
