import { parseGlossary } from '../../content/glossary.ts';
import { type Compiled, compileEdition } from '../../works/compile.ts';
import type { Lang, Point } from '../block.ts';

const { glossary } = parseGlossary('terms:\n  - { en: [Taliban], fa: [طالبان] }\n', 'glossary.yaml');

/** A text below a frontmatter of three lines. */
export const compileText = (text: string, ending = 'mdx', lang: Lang = 'en'): Compiled =>
  compileEdition(`---\ntitle: x\n---\n${text}`, `content/${lang}/x.${ending}`, lang, glossary);

/** Each with its line and column in the file. */
export const listReferences = ({ links, images, places }: Compiled) => {
  const add = (points: readonly Point[]) => (target: string, index: number) =>
    `${target} ${points[index]!.line}:${points[index]!.column}`;
  return { links: links.map(add(places().links)), images: images.map(add(places().images)) };
};
