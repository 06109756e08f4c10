import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { beyt } from './src/integration/beyt.ts';
import { editionProcessor } from './src/integration/edition-processor.ts';
import { readEnvironment } from './src/site.ts';

const { siteUrl, outDir } = readEnvironment();

export default defineConfig({
  site: siteUrl,
  outDir,
  output: 'static',
  trailingSlash: 'ignore',
  build: { format: 'preserve', concurrency: 8, inlineStylesheets: 'never' },
  compressHTML: false,
  server: { port: Number(process.env.PORT ?? 4321) },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, processor: editionProcessor() },
  integrations: [mdx(), beyt()],
});
