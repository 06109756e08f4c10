import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPublicPictures } from './check-public.ts';
import { makeForm, makeForms } from './make-forms.ts';
import { listForms, readPicture, shareForm, toReadableName } from './picture.ts';

let root: string;
const file = (name: string) => join(root, name);
const red = { r: 255, g: 0, b: 0 };
const blue = { r: 0, g: 0, b: 255 };

/** As a phone saves it: 60×40 on its side (EXIF orientation 6), red at the top when upright, with a place. */
async function writePhoto(path: string): Promise<void> {
  const left = await sharp({ create: { width: 20, height: 40, channels: 3, background: red } })
    .png()
    .toBuffer();
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: blue } });
  const placed = image.composite([{ input: left, left: 0, top: 0 }]);
  const place = { GPSLatitudeRef: 'N', GPSLatitude: '34/1 31/1 0/1' };
  const tagged = placed.withExif({ IFD0: { Make: 'Phone' }, IFD3: place }).withMetadata({ orientation: 6 });
  writeFileSync(path, await tagged.jpeg().toBuffer());
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'beyt-pictures-'));
  await writePhoto(file('photo.jpg'));
  const frames = [red, blue].map((background) => ({
    create: { width: 10, height: 8, channels: 3 as const, background },
  }));
  const buffers = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
  writeFileSync(
    file('moving.gif'),
    await sharp(buffers, { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer(),
  );
  const wide = { create: { width: 2000, height: 1000, channels: 3 as const, background: red } };
  writeFileSync(file('wide.png'), await sharp(wide).png().toBuffer());
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a photograph that is kept on its side', () => {
  test('is upright, as cameras mean it', async () => {
    const picture = await readPicture(file('photo.jpg'));
    expect([picture.width, picture.height]).toEqual([40, 60]);
    const [form] = listForms(picture);
    const { data, info } = await sharp(await makeForm(form!))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([40, 60]);
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
    // Orientation 6: the left side of what the file holds is the top.
    expect(at(20, 5)[0]).toBeGreaterThan(200);
    expect(at(20, 50)[2]).toBeGreaterThan(200);
  });

  test('loses all metadata, in every form', async () => {
    expect((await sharp(file('photo.jpg')).metadata()).exif).toBeDefined();
    const picture = await readPicture(file('photo.jpg'));
    for (const form of [...listForms(picture), shareForm(picture)]) {
      const bytes = await makeForm(form);
      const { exif, xmp, iptc } = await sharp(bytes).metadata();
      expect([exif, xmp, iptc], form.kind).toEqual([undefined, undefined, undefined]);
      expect(Buffer.from(bytes).includes('Phone')).toBe(false);
    }
  });
});

test('an animated picture keeps its frames', async () => {
  const [form] = listForms(await readPicture(file('moving.gif')));
  expect(form!.path).toMatch(/\.webp$/);
  const { pages, width } = await sharp(await makeForm(form!)).metadata();
  expect([pages, width]).toEqual([2, 10]);
});

test('a picture is offered up to its own width, and never wider than the widest', async () => {
  const widths = async (name: string) => listForms(await readPicture(file(name))).map(({ width }) => width);
  expect(await widths('photo.jpg')).toEqual([40]);
  expect(await widths('wide.png')).toEqual([480, 768, 1080, 1600]);
});

test('what networks show is a JPEG of 1200 × 630', async () => {
  const form = shareForm(await readPicture(file('wide.png')));
  const { format, width, height } = await sharp(await makeForm(form)).metadata();
  expect([format, width, height, form.path.endsWith('.jpg')]).toEqual(['jpeg', 1200, 630, true]);
});

test.each([
  ['چهار باغ.jpg', 'چهار-باغ'],
  ['a b (1) & c#d?.png', 'a-b-1-c-d'],
  ['%20.png', '20'],
  ['...png', 'picture'],
  ['../x/y.webp', 'y'],
])('the name %s is readable in an address as %s', (name, readable) => {
  expect(toReadableName(name)).toBe(readable);
});

test('a form is made once, and again where its kept file has gone', async () => {
  const forms = listForms(await readPicture(file('photo.jpg')));
  const cache = file('cache');
  const kept: string[] = [];
  await makeForms(forms, cache, (_, path) => kept.push(path));
  const bytes = readFileSync(kept[0]!);
  writeFileSync(kept[0]!, 'as it was kept');
  await makeForms(forms, cache, (_, path) => expect(readFileSync(path, 'utf8')).toBe('as it was kept'));
  rmSync(kept[0]!);
  await makeForms(forms, cache, (_, path) => expect(readFileSync(path).equals(bytes)).toBe(true));
});

test('a picture that is published as it is and says where it was taken is reported, and no other', async () => {
  const found = await checkPublicPictures(root);
  expect(found.map(({ name, file: path }) => [name, path])).toEqual([['PicturePlaced', file('photo.jpg')]]);
});
