import { z } from 'astro/zod';
import { policySource, text, webAddress } from './fields.ts';

export const embedServices = ['youtube', 'vimeo', 'x', 'telegram', 'instagram', 'openstreetmap'] as const;

/** Directives of the content policy for what a snippet loads or asks. */
const directives = ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'frame-src', 'media-src'] as const;

export type SourceDirective = (typeof directives)[number];

/** The directive that lets an element load its file. */
const loads = { script: ['src', 'script-src'], link: ['href', 'style-src'] } as const;

/** The attribute, and the source that the directive lacks. */
function findMissingSource({ tag, attributes, sources }: SnippetFields): [string, string, SourceDirective] | undefined {
  if (tag !== 'script' && !(tag === 'link' && attributes.rel === 'stylesheet')) return undefined;
  const [attribute, directive] = loads[tag as keyof typeof loads];
  const address = attributes[attribute];
  if (typeof address !== 'string' || !/^https:\/\//.test(address) || !URL.canParse(address)) return undefined;
  const { origin, host } = new URL(address);
  const covers = (source: string) =>
    source === origin ||
    address.startsWith(source) ||
    (source.startsWith('https://*.') && host.endsWith(source.slice('https://*'.length)));
  return sources[directive]?.some(covers) ? undefined : [attribute, origin, directive];
}

const snippetFields = z.strictObject(
  {
    tag: z.enum(['script', 'link', 'meta', 'style'], { error: 'must be "script", "link", "meta" or "style"' }),
    /** Its attributes; `true` for one without a value. */
    attributes: z.record(z.string().regex(/^[\w:-]+$/), z.union([z.string(), z.literal(true)])).default({}),
    /** The text of a script or style. */
    content: z.string().optional(),
    /**
     * Whether it works where browsers let no script make markup, or the address of another script, out of text (Trusted
     * Types). `false` for scripts that do so, such as Matomo's; pages then do without that protection.
     */
    trustedTypes: z.boolean().default(true),
    sources: z
      .partialRecord(
        z.enum(directives, { error: `is not a directive that can be added to; these are: ${directives.join(', ')}` }),
        z.array(policySource),
      )
      .default({}),
  },
  { error: 'must be a snippet: { tag, attributes, content, sources }' },
);
type SnippetFields = z.output<typeof snippetFields>;

const snippet = snippetFields.superRefine((fields, context) => {
  const missing = findMissingSource(fields);
  if (!missing) return;
  const [attribute, source, directive] = missing;
  const message = `is kept from loading by the content policy; add sources: { '${directive}': ['${source}'] } beside it`;
  context.addIssue({ code: 'custom', path: ['attributes', attribute], message });
});

export type Snippet = z.output<typeof snippet>;

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
