import { z } from 'astro/zod';
import { projectFile, text } from './fields.ts';

export const partNames = [
  'Head',
  'SiteHeader',
  'SiteFooter',
  'ArticleHeader',
  'ArticleFooter',
  'WorkCard',
  'FrontPage',
] as const;
export type PartName = (typeof partNames)[number];

const colour = z
  .string()
  .regex(/^(?:#(?:[\da-f]{3,4}){1,2}|[a-z]+|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)\([^;{}()]*\))$/i, {
    error: 'must be a CSS colour such as "#213f9e" or "oklch(45% 0.15 265)"',
  });
/** One colour for both schemes, or one for each. */
const colours = z
  .union([colour.transform((both) => ({ light: both, dark: both })), z.strictObject({ light: colour, dark: colour })], {
    error: 'must be a CSS colour such as "#213f9e", or one for each scheme: { light, dark }',
  })
  .optional();

const font = z.strictObject(
  {
    family: text.regex(/^[^"'\\;{}]+$/, 'must be a name without quotation marks'),
    /** Files in woff2, from the root of the project. */
    files: z
      .array(
        z.strictObject({
          src: projectFile(/\.woff2$/i, 'must be a woff2 file, which all browsers take and which is the smallest'),
          /** One weight, or the range of a variable font. */
          weight: z
            .string()
            .regex(/^\d{1,4}(?: \d{1,4})?$/, 'must be a weight such as "400", or a range such as "200 800"')
            .default('400'),
          style: z.enum(['normal', 'italic'], { error: 'must be "normal" or "italic"' }).default('normal'),
        }),
        { error: 'must be a list of files: [{ src, weight, style }]' },
      )
      .min(1, 'must name at least one file'),
  },
  { error: 'must be a font: { family, files: [{ src }] }' },
);

/** Finer things are set in `theme/theme.css`. */
export const appearanceFields = {
  /**
   * Colours, for the light and the dark scheme. Text needs a contrast of 4.5 to its ground.
   * @example colours: { accent: { light: '#8a1c1c', dark: '#ffb3a8' }, paper: { light: '#fffdf8', dark: '#14161a' } }
   */
  colours: z
    .strictObject({
      /** Links and marks. */
      accent: colours,
      /** The ground of pages. */
      paper: colours,
      /** What stands out from it: menus, cards. */
      raised: colours,
      ink: colours,
      /** Text of less weight. */
      soft: colours,
      /** Hairlines. */
      line: colours,
    })
    .prefault({}),
  /**
   * Fonts of your own for a script, instead of Newsreader (Latin) and Vazirmatn (Persian).
   * @example fonts: { persian: { family: 'Sahel', files: [{ src: './theme/fonts/sahel.woff2', weight: '300 900' }] } }
   */
  fonts: z.strictObject({ latin: font.optional(), persian: font.optional() }).prefault({}),
  /**
   * Parts of the pages that components of your own take the place of.
   * @example components: { SiteFooter: './theme/components/SiteFooter.astro' }
   */
  components: z
    .partialRecord(
      z.enum(partNames, { error: `is no part that can be replaced; these can: ${partNames.join(', ')}` }),
      projectFile(/\.astro$/, 'must be an .astro file'),
    )
    .default({}),
};
