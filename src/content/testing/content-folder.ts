import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { createPublication } from '../../works/publication.ts';
import { loadContent } from '../load.ts';

type Files = Readonly<Record<string, string | Buffer>>;

export const edition = (fields = '', text = 'Text.'): string =>
  `---\ntitle: T\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n${fields}---\n\n${text}\n`;

/** A content folder for each test of a file. */
export function useContentFolder() {
  const state = { folder: '' };
  beforeEach(() => {
    state.folder = mkdtempSync(join(tmpdir(), 'beyt-findings-'));
  });
  afterEach(() => rmSync(state.folder, { recursive: true }));
  const write = (files: Files): void => {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(state.folder, path)), { recursive: true });
      writeFileSync(join(state.folder, path), source);
    }
  };
  /** `file:line:column Name` */
  const find = async (files: Files): Promise<string[]> => {
    write(files);
    const content = await loadContent(state.folder, { root: state.folder });
    const findings = createPublication(content, state.folder).collectFindings();
    for (const { message, hint } of findings) expect(message + hint).not.toMatch(/undefined|\[object/);
    return findings.map(({ file, line, column, name }) => `${file}:${line}:${column} ${name}`).sort();
  };
  return { state, write, find };
}
