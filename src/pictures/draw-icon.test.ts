import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawIcon } from './draw-icon.ts';

async function withSvg<T>(use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'beyt-icon-'));
  const file = join(folder, 'favicon.svg');
  // A disc of one colour; the corners are left open.
  writeFileSync(
    file,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#123456"/></svg>',
  );
  return use(file).finally(() => rmSync(folder, { recursive: true }));
}

test('Apple’s icon is 180 pixels wide, and white where the drawing is open', () =>
  withSvg(async (file) => {
    const { data, info } = await sharp(await drawIcon(file, 'apple-touch-icon.png'))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([180, 180, 3]);
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
    const middle = (90 * 180 + 90) * 3;
    expect([...data.subarray(middle, middle + 3)]).toEqual([0x12, 0x34, 0x56]);
  }));

test('favicon.ico holds one PNG of 48 pixels', () =>
  withSvg(async (file) => {
    const icon = Buffer.from(await drawIcon(file, 'favicon.ico'));
    // Reserved, type 1, one picture; 48 × 48, no palette; one plane, 32 bits.
    expect([...icon.subarray(0, 14)]).toEqual([0, 0, 1, 0, 1, 0, 48, 48, 0, 0, 1, 0, 32, 0]);
    const [length, at] = [icon.readUInt32LE(14), icon.readUInt32LE(18)];
    expect(at + length).toBe(icon.length);
    const { format, width, height } = await sharp(icon.subarray(at)).metadata();
    expect([format, width, height]).toEqual(['png', 48, 48]);
  }));
