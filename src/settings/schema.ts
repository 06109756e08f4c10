import { z } from 'astro/zod';
import { addressFields } from './addresses.ts';
import { appearanceFields } from './appearance.ts';
import { checkFields } from './checks.ts';
import { listFields } from './lists.ts';
import { navigationFields } from './navigation.ts';
import { outsideFields } from './outside.ts';
import { podcastFields } from './podcast.ts';
import { publicationFields } from './publication.ts';
import { textFields } from './text-overrides.ts';

/** Strict: a field that does not exist is nearly always a typing slip. */
export const settingsSchema = z.strictObject(
  {
    ...publicationFields,
    ...navigationFields,
    ...appearanceFields,
    ...listFields,
    ...podcastFields,
    ...outsideFields,
    ...addressFields,
    ...textFields,
    ...checkFields,
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be settings: defineBeyt({ name: … })' : undefined) },
);

/** As a newsroom writes them. */
export type SettingsInput = z.input<typeof settingsSchema>;
export type Settings = z.output<typeof settingsSchema>;
