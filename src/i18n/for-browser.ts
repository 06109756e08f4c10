import type { Plugin } from 'esbuild';
import { interfaceTexts } from './interface-texts.ts';

/** Gives scripts in the browser the texts of this publication, in the place of the files that they name. */
export function textsForBrowser(): Plugin {
  return {
    name: 'beyt-texts',
    setup(build) {
      build.onLoad({ filter: /[\\/]i18n[\\/](?:en|fa)\.json$/ }, ({ path }) => ({
        contents: JSON.stringify(interfaceTexts[path.endsWith('en.json') ? 'en' : 'fa']),
        loader: 'json',
      }));
    },
  };
}
