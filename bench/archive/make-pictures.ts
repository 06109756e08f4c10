/** `node bench/archive/make-pictures.ts FOLDER CACHE`: all forms of the pictures in a folder. */
import { join } from 'node:path';
import { listFiles } from '../../src/base/list-files.ts';
import { makeForms } from '../../src/pictures/make-forms.ts';
import { listForms, readPicture, shareForm } from '../../src/pictures/picture.ts';

const [, , folder = '', cache = ''] = process.argv;
const pictures = await Promise.all(listFiles(folder).map((path) => readPicture(join(folder, path))));
await makeForms(
  pictures.flatMap((picture) => [...listForms(picture), shareForm(picture)]),
  cache,
  () => {},
);
