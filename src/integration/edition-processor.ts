import { relative, sep } from 'node:path';
import { isSatteriProcessor, satteri } from '@astrojs/markdown-satteri';
import { createCollector } from '../markdown/collector.ts';
import { markdownFeatures } from '../markdown/features.ts';
import { joinPlugins } from '../markdown/run-plugins.ts';
import { editionPlugins } from '../works/compile.ts';
import { openPublication } from '../works/current.ts';

/** The same features and passes as `compileEdition`, so that both give a block the same index. */
export function editionProcessor(): ReturnType<typeof satteri> {
  const plain = satteri({ features: { smartPunctuation: false } });
  if (!isSatteriProcessor(plain)) throw new TypeError('satteri() made another processor');
  const createMdxRenderer: NonNullable<typeof plain.createMdxRenderer> = async (shared, mdx) => ({
    async process(content, filePath, frontmatter) {
      const publication = await openPublication();
      const file = relative(process.cwd(), filePath).split(sep).join('/');
      const edition = publication.content.works
        .flatMap((work) => Object.values(work.editions))
        .find((e) => e.file === file);
      const lang = edition?.lang ?? 'en';
      const hastPlugins = edition
        ? [joinPlugins(editionPlugins(createCollector(lang, file, publication.content.glossary), content))]
        : [];
      const processor = satteri({ hastPlugins, features: markdownFeatures(lang) });
      const renderer = await processor.createMdxRenderer!({ ...shared, smartypants: false } as typeof shared, mdx);
      return renderer.process(content, filePath, frontmatter);
    },
  });
  return { ...plain, createMdxRenderer };
}
