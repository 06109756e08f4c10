import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadContent } from './load.ts';
import { createPublication, type Publication } from './publication.ts';
import type { Work } from './work.ts';

const source = '---\ntitle: T\ndescription: D\ndate: 2026-01-01\nauthors: [editors]\n---\n\nA text.\n';

describe('a work that is asked for again, long after it was checked', () => {
  let root: string;
  let publication: Publication;
  let work: Work;
  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'beyt-publication-'));
    mkdirSync(join(root, 'en'));
    writeFileSync(join(root, 'glossary.yaml'), 'people:\n  - id: editors\n    en: Editors\n    fa: تحریریه\n');
    writeFileSync(join(root, 'en/a.mdx'), source);
    publication = createPublication(await loadContent(root, { root }), root);
    work = publication.content.works[0]!;
    expect(publication.checkWork(work).filter(({ severity }) => severity === 'error')).toEqual([]);
    publication.release(work);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is what it was', () => {
    expect(publication.prepare(work).editions.en?.compiled.html.join('')).toContain('A text.');
  });

  it('is refused when its file is gone: nothing may be published of an empty text', () => {
    rmSync(join(root, 'en/a.mdx'));
    expect(() => publication.prepare(work)).toThrow(/FileUnreadable/);
  });

  it('is refused when its file says something else', () => {
    writeFileSync(join(root, 'en/a.mdx'), source.replace('A text', 'Another text'));
    expect(() => publication.prepare(work)).toThrow(/FileChanged/);
  });
});
