import { dirname, join, relative, resolve } from 'node:path';
import { shareState } from '../base/share-state.ts';
import { loadSettings } from './load-settings.ts';
import type { ReadSettings } from './read-settings.ts';

const state = shareState('settings', (): { loaded?: Promise<ReadSettings> } => ({}));
export const settingsFile = resolve(process.env.BEYT_CONFIG || 'beyt.config.ts');
state.loaded ??= loadSettings(settingsFile);

/** Files that the settings name, and `theme/`, are found from here. */
export const settingsFolder = dirname(settingsFile);
export const themeFolder = join(settingsFolder, 'theme');
/** As messages name it: `public` where the settings are those of the clone. */
export const publicFolder = relative(process.cwd(), join(settingsFolder, 'public'));

/** Read once per process. Errors in them are reported with the findings on the content. */
export const currentSettings = await state.loaded;
export const { settings } = currentSettings;
