import type { SettingsInput } from './schema.ts';

/**
 * The settings of a publication, for `beyt.config.ts`. Gives back what it gets: editors complete and explain the fields
 * by its type, and they are checked when they are read.
 */
export function defineBeyt(settings: SettingsInput): SettingsInput {
  return settings;
}
