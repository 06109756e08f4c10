import type { Plugin } from 'esbuild';
import type { Settings } from './schema.ts';

/**
 * Gives scripts in the browser the few settings that they ask for, in the place of `current.ts`, which reads files:
 * the schema and the rest of the settings do not travel to readers.
 */
export function settingsForBrowser({ languages }: Settings): Plugin {
  return {
    name: 'beyt-settings',
    setup(build) {
      build.onLoad({ filter: /[\\/]settings[\\/]current\.ts$/ }, () => ({
        contents: `export const settings = ${JSON.stringify({ languages })};`,
        loader: 'js',
      }));
    },
  };
}
