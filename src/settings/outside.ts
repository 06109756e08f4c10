import { z } from 'astro/zod';
import { policySource, text, webAddress } from './fields.ts';

/** Services whose addresses `<Embed>` knows. */
export const embedServices = ['youtube', 'vimeo', 'x', 'telegram', 'instagram', 'openstreetmap'] as const;

/** What a snippet loads or asks, by the directive of the content policy that allows it. */
const directives = ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'frame-src', 'media-src'] as const;

const snippet = z.strictObject(
  {
    tag: z.enum(['script', 'link', 'meta', 'style'], { error: 'must be "script", "link", "meta" or "style"' }),
    /** Its attributes; `true` for one without a value. */
    attributes: z.record(z.string().regex(/^[\w:-]+$/), z.union([z.string(), z.literal(true)])).default({}),
    /** The text of a script or style. */
    content: z.string().optional(),
    /** The sources that the content policy is to allow for it. */
    sources: z
      .partialRecord(
        z.enum(directives, { error: `is no directive that can be added to; these can: ${directives.join(', ')}` }),
        z.array(policySource),
      )
      .default({}),
  },
  { error: 'must be a snippet: { tag, attributes, content, sources }' },
);

/** What pages load from elsewhere, or send there. Without these settings: nothing. */
export const outsideFields = {
  /**
   * Elements for the head of every page, with the sources that the content policy is to allow for them.
   * @example head: [{
   *   tag: 'script',
   *   attributes: { src: 'https://stats.example.org/script.js', 'data-site': 'herat', defer: true },
   *   sources: { 'script-src': ['https://stats.example.org'], 'connect-src': ['https://stats.example.org'] },
   * }]
   */
  head: z.array(snippet, { error: 'must be a list of snippets: [{ tag, attributes }]' }).default([]),
  /**
   * Where forms may send what readers type: a newsletter, a contact form.
   * @example forms: ['https://newsletter.example.org/subscribe']
   */
  forms: z.array(webAddress, { error: 'must be a list of addresses' }).default([]),
  /**
   * What `<Embed>` may show: services by name, other hosts as they are. Nothing is loaded before the reader asks for it.
   * @example embeds: ['youtube', 'maps.example.org']
   */
  embeds: z
    .array(
      text.refine(
        (name) => (embedServices as readonly string[]).includes(name) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name),
        `must be one of ${embedServices.join(', ')}, or a host such as maps.example.org`,
      ),
      { error: 'must be a list of services and hosts' },
    )
    .default([...embedServices]),
};
