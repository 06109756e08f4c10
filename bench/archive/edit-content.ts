import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../src/base/random.ts';
import { pick, pickNumber } from './pick.ts';

export function listEditionFiles(content: string): string[] {
  const names = readdirSync(content, { recursive: true }) as string[];
  return names.filter((name) => /^(en|fa)\/[^_].*\.mdx$/.test(name)).sort();
}

/** As an editor does. The content may not build after it: a moved paragraph can cut a list or a component in two. */
export function editContent(content: string, random: Random): string {
  const name = pick(random, listEditionFiles(content));
  const file = join(content, name);
  const source = readFileSync(file, 'utf8');
  const [head, ...paragraphs] = source.split('\n\n') as [string, ...string[]];
  const at = pickNumber(random, paragraphs.length);
  const word = `${name.startsWith('fa') ? 'افزوده' : 'Addition'} ${pickNumber(random, 1000)}`;
  const kind = pick(random, ['correct', 'add', 'title', 'glossary', 'swap'] as const);
  if (kind === 'glossary') {
    const glossary = join(content, 'glossary.yaml');
    writeFileSync(glossary, `${readFileSync(glossary, 'utf8')}\n# ${word}\n`);
  } else if (kind === 'title') writeFileSync(file, source.replace(/^title: .*$/m, `title: ${word}`));
  else {
    const changed = [...paragraphs];
    if (kind === 'add') changed.splice(at, 0, `${word}.`);
    else if (kind === 'swap') changed.splice(at, 2, ...changed.slice(at, at + 2).reverse());
    else if (/^[\p{L}\p{M}]/u.test(changed[at] ?? '')) changed[at] = `${word} ${changed[at]}`;
    writeFileSync(file, [head, ...changed].join('\n\n'));
  }
  return `${kind} ${name}`;
}
