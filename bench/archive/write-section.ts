import { readFileSync, writeFileSync } from 'node:fs';

/** Between `<!-- bench: name -->` and `<!-- /bench -->`. @throws when the document has no such place */
export function replaceSection(file: string, name: string, text: string): void {
  const source = readFileSync(file, 'utf8');
  const open = `<!-- bench: ${name} -->`;
  const start = source.indexOf(open);
  const end = source.indexOf('<!-- /bench -->', start);
  if (start < 0 || end < 0) throw new Error(`${file} has no place for the figures of ${name}`);
  writeFileSync(file, `${source.slice(0, start + open.length)}\n\n${text}\n\n${source.slice(end)}`);
}
