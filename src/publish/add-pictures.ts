import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeForms } from '../pictures/make-forms.ts';
import type { PictureForm } from '../pictures/picture.ts';
import { type BuildCache, placeFile } from './build-cache.ts';

/** Named by what the forms are made from; safe to remove. */
export const picturesFolder = '.cache/pictures';

export async function addPictures(folder: string, forms: readonly PictureForm[], cache: BuildCache): Promise<void> {
  const unique = new Map(forms.map((form) => [form.path, form]));
  const made = new Set<string>();
  await makeForms([...unique.values()], picturesFolder, ({ path }, kept) => {
    const target = join(folder, path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    placeFile(kept, target);
    cache.noteFile(path, kept);
  });
}
