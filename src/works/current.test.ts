import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { noteChange, openPublication } from './current.ts';

let root: string;
const file = (path: string) => join(root, path);
const write = (path: string, title: string) =>
  writeFileSync(file(path), `---\ntitle: ${title}\ndescription: D\ndate: 2026-01-01\nauthors: [x]\n---\n\nA text.\n`);
const titles = async () => {
  const { content } = await openPublication();
  return content.works.flatMap(({ editions: { en, fa } }) => [en, fa].map((edition) => edition?.frontmatter.title));
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'beyt-current-'));
  vi.stubEnv('CONTENT_DIR', root);
  for (const lang of ['en', 'fa']) mkdirSync(file(lang));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

it('knows all of what was saved at once, while the first of it is being read', async () => {
  write('en/a.mdx', 'One');
  write('fa/a.mdx', 'یک');
  expect(await titles()).toEqual(['One', 'یک']);
  write('en/a.mdx', 'Two');
  write('fa/a.mdx', 'دو');
  noteChange(file('en/a.mdx'));
  const first = titles();
  noteChange(file('fa/a.mdx'));
  expect(await titles()).toEqual(['Two', 'دو']);
  await first;
  // As when both files of a work are renamed.
  for (const lang of ['en', 'fa']) renameSync(file(`${lang}/a.mdx`), file(`${lang}/b.mdx`));
  const all = ['en/a.mdx', 'en/b.mdx', 'fa/a.mdx', 'fa/b.mdx'].map((path) => {
    noteChange(file(path));
    return titles();
  });
  await Promise.all(all);
  const { content } = await openPublication();
  expect(content.works.map(({ name }) => name)).toEqual(['b']);
  expect(await titles()).toEqual(['Two', 'دو']);
});

it('asks anew what the records teach where one has changed, and not where a text has', async () => {
  const record = (work: string, fa: string) =>
    JSON.stringify({
      version: 1,
      work,
      units: [{ id: 'abcdef', en: ['A text.'], fa: [fa], by: 'human' }],
      aliases: {},
      gone: [],
    });
  const save = (path: string, text: string) => {
    mkdirSync(dirname(file(path)), { recursive: true });
    writeFileSync(file(path), text);
    noteChange(file(path));
  };
  /** Of a work without a record, whose pages show what the other works have taught. */
  const readKey = async () => {
    const { content, keyOf } = await openPublication();
    return keyOf(content.works.find(({ name }) => name === 'b')!);
  };
  for (const lang of ['en', 'fa']) write(`${lang}/c.mdx`, 'C');
  for (const lang of ['en', 'fa']) noteChange(file(`${lang}/c.mdx`));
  save('alignment/c.json', record('c', 'متن.'));
  const first = await readKey();
  save('alignment/c.json', record('c', 'متنی دیگر.'));
  const second = await readKey();
  expect(second).not.toBe(first);
  noteChange(file('fa/c.mdx'));
  expect(await readKey()).toBe(second);
});
