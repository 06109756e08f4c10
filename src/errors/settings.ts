import { type ErrorText, suggest } from './error-text.ts';

export const settingsErrors = {
  SettingsMissing: {
    severity: 'error',
    message: () => 'There is no settings file.',
    hint: 'Run "npm run new", which writes beyt.config.ts, or restore the file from git.',
  },
  SettingsUnreadable: {
    severity: 'error',
    message: (p) => `The settings cannot be read: ${p.reason}.`,
    hint: 'Correct the file; docs/customising.md shows its form. An editor that knows TypeScript marks the place.',
  },
  SettingWrong: {
    severity: 'error',
    message: (p) => `The setting "${p.field}" ${p.reason}.`,
    hint: 'docs/customising.md lists every setting with an example.',
  },
  SettingUnknown: {
    severity: 'error',
    message: (p) => `The setting "${p.field}" is not known${suggest(p.near)}.`,
    hint: 'Check for a typo; docs/customising.md lists every setting.',
  },
  SettingFileMissing: {
    severity: 'error',
    message: (p) => `The setting "${p.field}" names the file "${p.target}", which does not exist.`,
    hint: 'Write the path from the folder that beyt.config.ts is in, for example ./theme/share.png.',
  },
  ContrastLow: {
    severity: 'warning',
    message: (p) =>
      `The setting "${p.field}" has a contrast of ${p.ratio} in the ${p.scheme} scheme (${p.pair}), and text needs 4.5${p.better}.`,
    hint: 'Make one of the two darker or lighter. 4.5 is what WCAG 2.2 asks for text (success criterion 1.4.3).',
  },
  PodcastImageMissing: {
    severity: 'warning',
    message: () => 'The podcast has no picture, and directories such as Apple Podcasts do not accept one without.',
    hint: "Save a square PNG or JPEG of 3000×3000 pixels and name it: podcast: { image: './theme/podcast.png' }.",
  },
  PodcastImageUnfit: {
    severity: 'warning',
    message: (p) => `The picture of the podcast ${p.size}; directories take squares of 1400 to 3000 pixels.`,
    hint: 'Save it as a square PNG or JPEG of 3000×3000 pixels.',
  },
  ThemeBroken: {
    severity: 'error',
    message: (p) => `The theme's stylesheet cannot be used: ${p.reason}.`,
    hint: 'Correct theme/theme.css; paths in it are relative to its own folder.',
  },
  ThemeDoubtful: {
    severity: 'warning',
    message: (p) => `Browsers would ignore a part of the theme's stylesheet: ${p.reason}.`,
    hint: 'Check theme/theme.css for a typo.',
  },
  ThemeOutside: {
    severity: 'warning',
    message: (p) => `The theme's stylesheet names "${p.address}", which the content policy keeps pages from loading.`,
    hint: 'Save the file in theme/ and write its path from there: url("./stripe.svg"). Fonts are a setting: fonts in beyt.config.ts.',
  },
  AddressTaken: {
    severity: 'error',
    message: (p) => `The old address "${p.address}" is ${p.taken}.`,
    hint: 'Delete the alias or redirect that is not needed, or correct it.',
  },
  AddressUnfit: {
    severity: 'error',
    message: (p) => `No page can answer at the old address "${p.address}": ${p.reason}.`,
    hint: 'Delete the alias or redirect, or correct it.',
  },
  NavigationBroken: {
    severity: 'warning',
    message: (p) => `The navigation links to ${p.target}, which is not a page of this site; the link was left out.`,
    hint: 'Correct the address in the settings, or write the page: it needs an edition in each language.',
  },
  RedirectBroken: {
    severity: 'error',
    message: (p) => `The redirect from "${p.address}" goes to "${p.target}", which is not a page of this site.`,
    hint: 'Correct the address in the settings: a page of the site, such as /en/new.html, or one that begins with https://.',
  },
} as const satisfies Record<string, ErrorText>;
