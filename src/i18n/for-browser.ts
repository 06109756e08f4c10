import type { Plugin } from 'esbuild';
import { interfaceTexts } from './interface-texts.ts';

/** Replaces the text files that browser scripts import by the texts of this publication. */
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
