import type { SettingsInput } from './schema.ts';

/** For `beyt.config.ts`: editors complete and explain the fields by its type. */
export function defineBeyt(settings: SettingsInput): SettingsInput {
  return settings;
}
