import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, relative } from 'node:path';
import sharp from 'sharp';
import { digest } from '../base/digest.ts';
import { mapPool } from '../base/map-pool.ts';
import { replaceFile } from '../base/write-files.ts';
import { ContentError, createFinding, type Finding } from '../errors.ts';
import { type PictureForm, pictureSettings } from './picture.ts';
import { explainUndecodable } from './picture-fault.ts';

/** Without metadata: the place in a photograph can betray who took it. */
export async function makeForm({ file, kind, width, isAnimated, transform }: PictureForm): Promise<Uint8Array> {
  const bytes = readFileSync(file);
  if (kind === 'original') return bytes;
  if (transform) {
    const { default: service } = await import('astro/assets/services/sharp');
    const options = { ...transform.options, src: file } as Parameters<typeof service.transform>[1];
    const config = { service: { config: transform.service } } as unknown as Parameters<typeof service.transform>[2];
    return (await service.transform(new Uint8Array(bytes), options, config, console as never)).data;
  }
  const { format, quality, effort, share } = pictureSettings;
  if (kind === 'share') {
    const { width, height, quality } = share;
    const upright = sharp(bytes).autoOrient().resize(width, height, { fit: 'cover', position: 'attention' });
    return upright.flatten({ background: '#fff' }).jpeg({ quality, mozjpeg: true }).toBuffer();
  }
  const whole = isAnimated ? sharp(bytes, { animated: true }) : sharp(bytes).autoOrient();
  return whole.resize({ width }).toFormat(format, { quality, effort }).toBuffer();
}

const settings = JSON.stringify(pictureSettings);

function keptPath(cacheDir: string, { digest: bytes, kind, width, transform }: PictureForm): string {
  const how = `[${settings},${transform ? JSON.stringify(transform) : null}]`;
  const name = digest(bytes, kind, String(width), how, sharp.versions.vips ?? '');
  return join(cacheDir, name.slice(0, 2), name);
}

/** @param onForm called with each form: its kept file @throws ContentError naming every picture that cannot be read */
export async function makeForms(
  forms: readonly PictureForm[],
  cacheDir: string,
  onForm: (form: PictureForm, kept: string) => void,
): Promise<void> {
  const processors = availableParallelism();
  // Several threads for one picture wait for each other.
  sharp.concurrency(1);
  sharp.cache(false);
  const broken = new Map<string, Finding>();
  await mapPool([...forms], processors, async (form) => {
    const kept = keptPath(cacheDir, form);
    if (!existsSync(kept)) {
      // A cut-off picture shows only when it is read to its end.
      const made = await makeForm(form).catch((error: Error) => {
        const file = relative(process.cwd(), form.file);
        const reason = explainUndecodable(error);
        broken.set(file, createFinding('ImageUnusable', { file }, { target: basename(file), reason }));
      });
      if (!made) return;
      replaceFile(kept, made);
    }
    onForm(form, kept);
  });
  if (broken.size > 0) throw new ContentError([...broken.values()]);
}
