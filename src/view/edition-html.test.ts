import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadContent } from '../content/load.ts';
import { createPublication } from '../works/publication.ts';
import { viewEdition } from './edition-html.ts';

test('calls of notes are numbered in the digits of the language, whatever the note holds', async () => {
  const root = mkdtempSync(join(tmpdir(), 'beyt-view-'));
  try {
    mkdirSync(join(root, 'fa'));
    const head = '---\ntitle: ا\ndescription: ب\ndate: 2026-01-01\nauthors: [x]\n---\n\n';
    writeFileSync(join(root, 'fa', 'a.mdx'), `${head}متن[^a].\n\n[^a]:\n    \`\`\`\n    code\n    \`\`\`\n`);
    const publication = createPublication(await loadContent(root), root);
    const prepared = publication.prepare(publication.content.works[0]!);
    const html = await viewEdition(publication, prepared, 'fa', 'fa/a.html');
    expect(html).toMatch(/data-footnote-ref[^>]*>۱<\/a>/);
  } finally {
    rmSync(root, { recursive: true });
  }
});
