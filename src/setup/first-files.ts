import type { Lang } from '../markdown/block.ts';
import { formatWorkflow, type Host } from './workflows.ts';

export interface Answers {
  readonly name: Readonly<Record<Lang, string>>;
  readonly tagline: Readonly<Record<Lang, string>>;
  readonly tags: Readonly<Record<Lang, string>>;
  readonly timeZone: string;
  /** CSS colours; absent for the usual ones. */
  readonly accent?: { readonly light: string; readonly dark: string };
  readonly host: Host;
  /** '' while it is not known. */
  readonly siteUrl: string;
}

const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, ' ')}'`;
const quoteBoth = ({ en, fa }: Readonly<Record<Lang, string>>) => `{ en: ${quote(en)}, fa: ${quote(fa)} }`;

function formatSettings({ name, tagline, tags, timeZone, accent }: Answers): string {
  const colours = accent
    ? `\n  colours: { accent: { light: ${quote(accent.light)}, dark: ${quote(accent.dark)} } },`
    : '';
  return `import { defineBeyt } from './src/settings/define.ts';

/** What makes this publication its own. docs/customising.md shows every setting with an example. */
export default defineBeyt({
  name: ${quoteBoth(name)},
  tagline: ${quoteBoth(tagline)},
  languages: { en: { tag: ${quote(tags.en)} }, fa: { tag: ${quote(tags.fa)} } },
  timeZone: ${quote(timeZone)},${colours}
  navigation: [
    { to: 'works.html' },
    { to: 'topics.html' },
    { to: 'people.html' },
    { to: 'about.html', label: { en: 'About', fa: 'دربارهٔ ما' } },
  ],
});
`;
}

const frontmatter = (fields: Readonly<Record<string, string>>) =>
  `---\n${Object.entries(fields)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('')}---\n\n`;

function formatWelcome({ name }: Answers, lang: Lang, date: string): string {
  if (lang === 'en')
    return `${frontmatter({
      title: JSON.stringify(`Welcome to ${name.en}`),
      description: 'The first article of this publication. Change it, or delete it.',
      date,
      authors: '[editors]',
    })}This is the first article. Every paragraph of it faces its paragraph of the Persian edition.

## How to go on

Change this file and its Persian edition, \`content/fa/welcome.mdx\`, then run \`npm run align\`: it pairs the paragraphs.
`;
  return `${frontmatter({
    title: JSON.stringify(`به ${name.fa} خوش آمدید`),
    description: 'نخستین نوشتهٔ این نشریه. آن را تغییر دهید یا پاک کنید.',
    date,
    authors: '[editors]',
    translators: '[editors]',
  })}این نخستین نوشته است. هر بند آن روبه‌روی بند همتایش در نسخهٔ انگلیسی می‌نشیند.

## چگونه ادامه دهید

این پرونده و نسخهٔ انگلیسی آن، \`content/en/welcome.mdx\`، را تغییر دهید و سپس \`npm run align\` را اجرا کنید تا بندها جفت شوند.
`;
}

function formatAbout({ name, tagline }: Answers, lang: Lang): string {
  if (lang === 'en')
    return `${frontmatter({
      kind: 'page',
      title: 'About',
      description: JSON.stringify(`What ${name.en} is, and who makes it.`),
    })}${name.en}: ${tagline.en}.

Write here who you are, how to reach you, and how you correct mistakes.
`;
  return `${frontmatter({
    kind: 'page',
    title: 'دربارهٔ ما',
    description: JSON.stringify(`${name.fa} چیست و چه کسانی آن را می‌سازند.`),
    translators: '[editors]',
  })}${name.fa}: ${tagline.fa}.

این‌جا بنویسید که هستید، چگونه می‌توان با شما تماس گرفت و اشتباه‌ها را چگونه تصحیح می‌کنید.
`;
}

/** @param date of the first article, `2026-05-03` @returns path → text */
export function writeFirstFiles(answers: Answers, date: string): Map<string, string> {
  const { name, host, siteUrl } = answers;
  const workflow = formatWorkflow(host, siteUrl);
  return new Map([
    ['beyt.config.ts', formatSettings(answers)],
    ['content/en/welcome.mdx', formatWelcome(answers, 'en', date)],
    ['content/fa/welcome.mdx', formatWelcome(answers, 'fa', date)],
    ['content/en/about.mdx', formatAbout(answers, 'en')],
    ['content/fa/about.mdx', formatAbout(answers, 'fa')],
    [
      'content/people.yaml',
      `# Those who write and translate here; docs/customising.md shows all fields.
editors:
  name: { en: ${JSON.stringify(`${name.en} editors`)}, fa: ${JSON.stringify(`تحریریهٔ ${name.fa}`)} }
  team: true
  desk: true
`,
    ],
    [
      'content/glossary.yaml',
      `# Names and terms in both languages; docs/authoring.md shows the form.
topics: []
terms: []
`,
    ],
    ...(workflow ? [workflow] : []),
  ]);
}
