import { z } from 'astro/zod';
import { count, text } from './fields.ts';

export const listFields = {
  /**
   * The front page: how many works it shows, the lead included, and which sections have a place of their own on it.
   * @example front: { size: 12, sections: ['politics', 'culture'] }
   */
  front: z
    .strictObject({
      size: count.default(9),
      /** Ids of `content/sections.yaml`, in the order in which they appear. */
      sections: z.array(text, { error: 'must be a list of sections' }).default([]),
    })
    .prefault({}),
  /**
   * Works on one page of the archive.
   * @example pageSize: 30
   */
  pageSize: count.default(20),
  /**
   * Works in a feed.
   * @example feedSize: 50
   */
  feedSize: count.default(20),
  /**
   * Whether each article is also offered as a book in EPUB, with both languages, for reading without a connection.
   * @example epub: true
   */
  epub: z.boolean({ error: 'must be true or false' }).default(false),
};
