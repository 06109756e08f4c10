import { z } from 'astro/zod';
import { bothTexts, projectFile } from './fields.ts';

/** Those of Apple Podcasts, which other directories take too. */
const podcastCategories = [
  'Arts',
  'Business',
  'Comedy',
  'Education',
  'Fiction',
  'Government',
  'Health & Fitness',
  'History',
  'Kids & Family',
  'Leisure',
  'Music',
  'News',
  'Religion & Spirituality',
  'Science',
  'Society & Culture',
  'Sports',
  'Technology',
  'True Crime',
  'TV & Film',
] as const;

export const podcastFields = {
  /**
   * The podcast of each language.
   * @example podcast: { image: './theme/podcast.png', category: 'News', email: 'desk@example.org' }
   */
  podcast: z
    .strictObject(
      {
        /** Its name; the publication's, where it has none. */
        title: bothTexts.optional(),
        /** What it is about; the publication's tagline, where it has none. */
        description: bothTexts.optional(),
        /** A square picture of 1400 to 3000 pixels. Directories take no podcast without one. */
        image: projectFile(/\.(?:png|jpe?g)$/i, 'must be a PNG or JPEG, which all directories show').optional(),
        category: z
          .enum(podcastCategories, { error: `must be one of ${podcastCategories.join(', ')}` })
          .default('News'),
        /** Whether it holds what children should not hear. */
        explicit: z.boolean({ error: 'must be true or false' }).default(false),
        /** By which directories make sure whose it is. It is public. */
        email: z.email({ error: 'must be an address such as desk@example.org' }).optional(),
      },
      { error: 'must be settings of the podcast: { title, description, image, category, explicit, email }' },
    )
    .prefault({}),
};
