import type { Plugin } from 'esbuild';
import type { Settings } from './schema.ts';

/** Replaces `current.ts` in the browser, so that the schema and most settings do not travel to readers. */
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
