import { z } from 'astro/zod';
import { type ReadEntries, readEntries } from './content-file.ts';

export const text = z.string({ error: 'must be text' }).trim().min(1, 'must not be empty');
export const bothTexts = z.strictObject({ en: text, fa: text }, { error: 'must be in both languages: { en, fa }' });
export const eitherText = z.strictObject(
  { en: text.optional(), fa: text.optional() },
  { error: 'must be in one or both languages: { en, fa }' },
);

const mail = /^mailto:\S+@\S+$/;

const person = z.strictObject(
  {
    name: bothTexts,
    /** Path from the content folder. */
    portrait: text.optional(),
    bio: eitherText.optional(),
    links: z
      .array(
        z
          .strictObject(
            {
              /** Mail may do without: its address is the label. */
              label: bothTexts.optional(),
              href: z.union([z.url({ protocol: /^https?$/ }), z.string().regex(mail)], {
                error: 'must be an address beginning with https:// or mailto:',
              }),
            },
            { error: 'must be a link: { label: { en, fa }, href }' },
          )
          .refine(({ label, href }) => label || mail.test(href), {
            error: 'is needed in both languages: { en, fa }',
            path: ['label'],
          })
          .transform(({ label, href }) => {
            const address = href.replace(/^mailto:|\?.*$/g, '');
            return { label: label ?? { en: address, fa: address }, href };
          }),
        { error: 'must be a list of links: [{ label: { en, fa }, href }]' },
      )
      .optional(),
    /** One of the newsroom, not a guest. */
    team: z.boolean({ error: 'must be true or false' }).optional(),
    /** A group, not one person. */
    desk: z.boolean({ error: 'must be true or false' }).optional(),
  },
  { error: 'must be fields with values: name: { en, fa }' },
);

export type Person = z.output<typeof person>;

export function readPeople(source: string, file: string): ReadEntries<Person> {
  return readEntries(source, file, person);
}
