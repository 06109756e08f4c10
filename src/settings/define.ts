import type { SettingsInput } from './schema.ts';

/** Gives back what it gets: editors complete and explain the fields by its type. */
export function defineBeyt(settings: SettingsInput): SettingsInput {
  return settings;
}
