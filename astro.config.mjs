import mdx from '@astrojs/mdx';
import { beyt } from './src/integration/beyt.ts';
import { editionProcessor } from './src/integration/edition-processor.ts';
import { publicFolder } from './src/settings/current.ts';
import { readEnvironment } from './src/site.ts';

const { siteUrl, outDir } = readEnvironment();

// Typed by a comment: `defineConfig` gives back what it gets, and loads all of Astro's SVG tools to do so.
/** @type {import('astro').AstroUserConfig} */
export default {
  site: siteUrl,
  outDir,
  publicDir: publicFolder,
  output: 'static',
  trailingSlash: 'ignore',
  build: { format: 'preserve', concurrency: 8, inlineStylesheets: 'never' },
  compressHTML: false,
  server: { port: Number(process.env.PORT || 4321) },
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, processor: editionProcessor() },
  integrations: [mdx(), beyt()],
};
