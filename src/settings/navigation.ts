import { z } from 'astro/zod';
import { bothTexts, text, webAddress } from './fields.ts';

/** The interface's texts name these, so that a link to them needs no label. */
export const namedPages = ['index.html', 'works.html', 'topics.html', 'people.html', 'search.html'] as const;

const outer = /^(?:https?:\/\/|mailto:|tel:)\S+$/;
const inner = /^(?!\/)(?!(?:en|fa|both)\/)[^\s:\\]+\.(?:html|xml)(?:[?#]\S*)?$/;

const target = z.string({ error: 'must be an address' }).refine((to) => outer.test(to) || inner.test(to), {
  error:
    'must be a page below the folder of a language, such as "about.html" or "sections/politics.html", or begin with https://, mailto: or tel:',
});

const link = z
  .strictObject(
    {
      /** What it says. May be left out for the site's own pages: `index`, `works`, `topics`, `people`, `search`. */
      label: bothTexts.optional(),
      /** A page below the folder of each language, one for each language, or an address elsewhere. */
      to: z.union([target, z.strictObject({ en: target, fa: target })], {
        error:
          'must be an address such as "about.html" or "https://example.org/", or one for each language: { en, fa }',
      }),
    },
    { error: 'must be a link: { label: { en, fa }, to }' },
  )
  .refine(({ label, to }) => label || (typeof to === 'string' && (namedPages as readonly string[]).includes(to)), {
    error: `needs a label: { en, fa } because only ${namedPages.join(', ')} have a name already`,
    path: ['label'],
  });

export type NavigationLink = z.output<typeof link>;

const links = z.array(link, { error: 'must be a list of links: [{ label: { en, fa }, to }]' });
const usual = [{ to: 'works.html' }, { to: 'topics.html' }, { to: 'people.html' }];

export const navigationFields = {
  /**
   * The links at the head of every page, in order, on phones too.
   * @example navigation: [
   *   { to: 'sections/politics.html', label: { en: 'Politics', fa: 'سیاست' } },
   *   { to: 'works.html' },
   *   { to: 'https://donate.example.org/', label: { en: 'Donate', fa: 'کمک مالی' } },
   * ]
   */
  navigation: links.default(usual),
  /**
   * The links at the foot of every page. Without it: those of the navigation.
   * @example footer: [{ to: { en: 'contact.html', fa: 'تماس.html' }, label: { en: 'Contact', fa: 'تماس' } }]
   */
  footer: links.optional(),
  /**
   * Where else readers find you: shown at the foot, and stated to search engines as the same publication.
   * @example social: [{ name: 'telegram', href: 'https://t.me/example' }]
   */
  social: z
    .array(
      z.strictObject(
        {
          /** A network that is known by name in both languages (`telegram`, `x`, `facebook`, …), or any other name. */
          name: text,
          href: webAddress,
        },
        { error: 'must be a link: { name, href }' },
      ),
      { error: 'must be a list of links: [{ name, href }]' },
    )
    .default([]),
};
