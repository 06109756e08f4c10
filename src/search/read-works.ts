import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packFragment, readPage } from './fold-work.ts';
import { createWordCounter } from './vocabulary.ts';

export interface ReadWork {
  readonly name: string;
  readonly fragment: Uint8Array;
}

export type ReadWorks = ReadonlyMap<string, ReadWork>;

export interface ReadFolder {
  readonly works: ReadWorks;
  readonly counts: ReadonlyMap<string, number>;
}

/** @param pages a folder with each work's page, `<id>.html` */
export function readWorks(pages: string): ReadFolder {
  const works = new Map<string, ReadWork>();
  const counter = createWordCounter();
  for (const file of readdirSync(pages).filter((file) => file.endsWith('.html'))) {
    const id = basename(file, '.html');
    const { name, content, fragment } = readPage(id, readFileSync(join(pages, file)));
    works.set(id, { name, fragment: packFragment(fragment) });
    counter.add(content);
  }
  return { works, counts: counter.counts() };
}
