import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nameArticle } from './archive/article.ts';
import { type Cost, measureCommand } from './archive/measure-command.ts';
import { setAside } from './archive/set-aside.ts';
import { addCover, writePicture } from './archive/write-pictures.ts';

type Measure = (row: string, run: () => Cost, before?: () => void) => void;

/** Also sharp alone, making the same files. @param build runs a build of a content folder */
export async function measurePictures(
  content: string,
  works: number,
  cache: string,
  measure: Measure,
  build: (content: string) => Cost,
  forget: () => void,
): Promise<void> {
  const kept = resolve('.cache/pictures');
  const file = join(content, 'fa', `${nameArticle(Math.floor(works / 2))}.mdx`);
  const source = readFileSync(file, 'utf8');
  const alone = join(cache, 'pictures-alone');
  measure(
    'sharp alone, the same pictures',
    () =>
      measureCommand(process.execPath, ['bench/archive/make-pictures.ts', join(content, 'img'), alone], process.cwd()),
    () => setAside(cache, alone),
  );
  measure(
    'Beyt: with a picture per work',
    () => build(content),
    () => {
      forget();
      setAside(cache, kept);
    },
  );
  measure(
    'Beyt: with pictures, nothing changed',
    () => build(content),
    () => void build(content),
  );
  measure(
    'Beyt: with pictures, one paragraph corrected',
    () => build(content),
    () => writeFileSync(file, source.replace(/\.\n\n/, `. (ویرایش ${Date.now() % 1000})\n\n`)),
  );
  writeFileSync(file, source);
  const added = ['en', 'fa'].map((lang) => join(content, lang, 'added.mdx'));
  const picture = Math.floor(Date.now() / 1000) % 1_000_000;
  await writePicture(join(cache, 'added'), 'added', 1_000_000 + picture);
  measure(
    'Beyt: with pictures, one work added',
    () => build(content),
    () => {
      build(content);
      writeFileSync(join(content, 'img/added.jpg'), readFileSync(join(cache, 'added/img/added.jpg')));
      for (const path of added) {
        const lang = path.includes('/en/') ? 'en' : 'fa';
        writeFileSync(
          path,
          readFileSync(join(content, lang, `${nameArticle(0)}.mdx`), 'utf8').replace(
            /\ncover:[\s\S]*?\n---\n/,
            '\n---\n',
          ),
        );
        addCover(path, 'added');
      }
      // As `npm run align` has left it: aligning is measured elsewhere.
      const first = readFileSync(join(content, 'alignment', `${nameArticle(0)}.json`), 'utf8');
      writeFileSync(join(content, 'alignment/added.json'), first.replace(nameArticle(0), 'added'));
    },
  );
  for (const path of [...added, join(content, 'img/added.jpg'), join(content, 'alignment/added.json')])
    rmSync(path, { force: true });
}
