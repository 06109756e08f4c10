import { resolve } from 'node:path';
import { editions } from 'virtual:beyt/editions';
import mdxRenderer from '@astrojs/mdx/server.js';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Edition } from '../content/edition.ts';

/** The component that Vite has made of an edition; undefined where the edition imports nothing. */
export async function importEdition(edition: Edition | undefined): Promise<AstroComponentFactory | undefined> {
  const load = edition && editions[resolve(edition.file)];
  return load && (await load()).default;
}

/** An edition's HTML for feeds, which have no page around it; undefined where the edition imports nothing. */
export async function renderModule(edition: Edition): Promise<string | undefined> {
  const Content = await importEdition(edition);
  if (!Content) return undefined;
  const { experimental_AstroContainer: AstroContainer } = await import('astro/container');
  const container = await AstroContainer.create();
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  return container.renderToString(Content);
}
