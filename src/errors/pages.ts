import type { ErrorText } from './error-text.ts';

const where = 'docs/customising.md says what pages may load from other hosts.';

export const pagesErrors = {
  PageLinkBroken: {
    severity: 'warning',
    message: (p) => `The page ${p.path} links to ${p.target}, which is not a file of this site.`,
    hint: 'Correct the link, or add the file.',
  },
  PageSourceBlocked: {
    severity: 'warning',
    message: (p) => `The page ${p.path} has ${p.part}, which its content policy keeps from loading.`,
    hint: `Put a copy of the file into public/ and name that, use <Embed>, or link to it. ${where}`,
  },
  PageFormForbidden: {
    severity: 'error',
    message: (p) => `The page ${p.path} has a form that sends to ${p.address}, and the settings do not allow it.`,
    hint: 'Add the address, as it is written there, to the setting "forms" in beyt.config.ts.',
  },
  PageStyleBlocked: {
    severity: 'warning',
    message: (p) => `The page ${p.path} has ${p.part}, which its content policy ignores.`,
    hint: 'Give the element a class, and write the rule in a <style> of the page or component.',
  },
  PageScriptBlocked: {
    severity: 'warning',
    message: (p) => `The page ${p.path} has ${p.part}, which its content policy keeps from running.`,
    hint: 'Add the listener in a <script> of the page or component: addEventListener.',
  },
  PageAddressOther: {
    severity: 'warning',
    message: (p) => `The page ${p.path} says that its address is ${p.stated}: search engines would leave it out.`,
    hint: 'Write the address that the page has into its <link rel="canonical">.',
  },
  PageTitleMissing: {
    severity: 'warning',
    message: (p) => `The page ${p.path} has no <title>: tabs, bookmarks and search engines name a page by it.`,
    hint: 'Write a <title> into its head. Where "components" replaces the head, that must have one.',
  },
  PageLanguageMissing: {
    severity: 'warning',
    message: (p) => `The page ${p.path} does not say in which language it is: screen readers would have to guess.`,
    hint: 'Give its <html> a lang, or use a layout of src/layouts/.',
  },
} as const satisfies Record<string, ErrorText>;
