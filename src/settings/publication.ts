import { z } from 'astro/zod';
import { bothTexts, projectFile } from './fields.ts';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** BCP 47. */
const tagOf = (language: 'en' | 'fa') =>
  z
    .string()
    .regex(new RegExp(`^${language}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\\d{3}))?$`), {
      error: `must be a tag of this language, such as ${language === 'en' ? 'en, en-GB or en-US' : 'fa, fa-AF or fa-IR'}`,
    })
    .default(language === 'en' ? 'en' : 'fa-AF');

const language = (lang: 'en' | 'fa') =>
  z.strictObject(
    {
      tag: tagOf(lang),
      calendar: z
        .enum(['gregory', 'persian'], { error: 'must be "gregory" or "persian"' })
        .default(lang === 'en' ? 'gregory' : 'persian'),
      digits: z
        .enum(['latn', 'arabext'], { error: 'must be "latn" (123) or "arabext" (۱۲۳)' })
        .default(lang === 'en' ? 'latn' : 'arabext'),
    },
    { error: 'must be settings of a language: { tag, calendar, digits }' },
  );

export const publicationFields = {
  /**
   * The publication's name.
   * @example name: { en: 'The Herat Letter', fa: 'نامهٔ هرات' }
   */
  name: bothTexts,
  /**
   * One sentence about it: on the front page, at the foot of each page, in feeds and search engines.
   * @example tagline: { en: 'Reports from the west', fa: 'گزارش‌هایی از غرب' }
   */
  tagline: bothTexts,
  /**
   * How the two languages are tagged (`lang`, `hreflang`, `Intl`), dated and counted. The tag of Persian decides the
   * names of months: `fa-AF` has Hamal and Sawr, `fa-IR` and `fa` have Farvardin and Ordibehesht.
   * @example languages: { en: { tag: 'en-GB' }, fa: { tag: 'fa-IR' } }
   * @example languages: { fa: { tag: 'fa', calendar: 'gregory', digits: 'latn' } }
   */
  languages: z
    .strictObject(
      { en: language('en').prefault({}), fa: language('fa').prefault({}) },
      { error: 'must be settings of the languages: { en: { tag }, fa: { tag } }' },
    )
    .prefault({}),
  /**
   * Where the newsroom is: days and times without an offset are meant there.
   * @example timeZone: 'Europe/Berlin'
   */
  timeZone: z
    .string({ error: 'must be a time zone such as "Asia/Kabul"' })
    .refine(isTimeZone, 'is not a time zone of the IANA list; write one such as "Asia/Kabul"')
    .default('UTC'),
  /**
   * Picture for pages that have none of their own when they are shared: PNG or JPEG, 1200×630 pixels, below `theme/`.
   * @example shareImage: './theme/share.png'
   */
  shareImage: projectFile(/\.(?:png|jpe?g)$/i, 'must be a PNG or JPEG, which all networks show').optional(),
};
