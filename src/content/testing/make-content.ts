import type { Lang } from '../../markdown/block.ts';
import type { Edition } from '../edition.ts';
import { parseGlossary } from '../glossary.ts';
import type { Content } from '../load.ts';
import { assembleWorks } from '../work.ts';

export function makeEdition(lang: Lang, slug: string, fields: Partial<Edition['frontmatter']> = {}): Edition {
  const frontmatter = { title: `T ${slug}`, description: 'D', date: '2026-05-03', authors: ['editors'], ...fields };
  const file = `content/${lang}/${slug}.mdx`;
  return { lang, slug, file, digest: '', head: '---\n---\n', mayImport: false, sound: fields.audio?.file, frontmatter };
}

export function makeContent(...editions: readonly Edition[]): Content {
  const labels =
    'people: [{ id: editors, en: Editors, fa: دبیران }]\ntopics: [{ id: war, en: "War & peace", fa: جنگ و آشتی }]\n';
  const assembled = assembleWorks(editions);
  const { works } = assembled;
  return {
    ...assembled,
    glossary: parseGlossary(labels, 'glossary.yaml').glossary,
    people: new Map(),
    sections: new Map(),
    series: new Map(),
    plan: { all: works, published: works, unpublished: [] },
    redirects: [],
    checksOff: { everywhere: [], files: new Map() },
    unsound: [],
    unpaired: [],
    root: process.cwd(),
    glossaryDigest: '',
  };
}
