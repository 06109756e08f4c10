import { z } from 'astro/zod';

export const text = z.string({ error: 'must be text between quotation marks' }).trim().min(1, 'must not be empty');

export const bothTexts = z.strictObject(
  { en: text, fa: text },
  { error: 'must be text in both languages: { en, fa }' },
);

export const webAddress = z.url({ protocol: /^https?$/, error: 'must be a web address beginning with https://' });

export const count = z
  .int({ error: 'must be a whole number' })
  .min(1, 'must be 1 or more')
  .max(1000, 'must be 1000 or less');

/** From the project's root; the loader asks whether the file exists. @param message why it must end so, in words */
export function projectFile(ending: RegExp, message: string) {
  return z
    .string({ error: 'must be the path of a file, from the root of the project' })
    .regex(/^(?:\.\/)?(?![/.])(?!.*\/\.\.(?:\/|$))[^\\:]+$/, {
      error: 'must be the path of a file in the project, from its root',
      abort: true,
    })
    .regex(ending, message)
    .transform((path) => path.replace(/^\.\//, ''));
}

/** As content policies name it: a host over https, or one of the keywords that need no quotes here. */
export const policySource = z
  .string()
  .regex(/^https:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:\/[^\s;,'"]*)?$/i, {
    error: 'must be a source such as https://stats.example.org',
  });
