import { shareState } from '../works/share-state.ts';
import { loadSettings } from './load-settings.ts';
import type { ReadSettings } from './read-settings.ts';

const state = shareState('settings', (): { loaded?: Promise<ReadSettings> } => ({}));
state.loaded ??= loadSettings(process.env.BEYT_CONFIG || 'beyt.config.ts');

/**
 * The settings of this process, read once. What is wrong with them is reported with the findings on the content, and
 * keeps the site from being published.
 */
export const currentSettings = await state.loaded;
export const { settings } = currentSettings;
