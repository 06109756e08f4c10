import { z } from 'astro/zod';

const from = z.string().regex(/^\/(?!\/)\S*$/, 'must begin with a slash: "/2019/05/old-name/"');
const to = z
  .string({ error: 'must be an address' })
  .regex(/^(?:\/(?!\/)|https?:\/\/)\S*$/, 'must be a page of the site, such as "/en/new.html", or begin with https://');

export const addressFields = {
  /**
   * Old addresses, and where they lead now. For the old addresses of a work, `aliases` in its frontmatter are simpler.
   * @example redirects: { '/category/politics/': '/en/sections/politics.html', '/shop/': 'https://shop.example.org/' }
   */
  redirects: z
    .record(from, to, { error: 'must be old addresses with new ones: { "/old/": "/en/new.html" }' })
    .default({}),
};
