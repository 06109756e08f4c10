import type { ErrorText } from './error-text.ts';

/** What can be wrong with the text of an edition. */
export const textsErrors = {
  MarkdownUnreadable: {
    severity: 'error',
    message: (p) => `The text cannot be read as MDX: ${p.reason}.`,
    hint: 'In MDX, { and < begin code: write \\{ or &lt; where you mean the sign itself, and close every tag.',
  },
  ExpressionFailed: {
    severity: 'error',
    message: (p) => `An expression in the text failed: ${p.reason}.`,
    hint: 'Check the names used between { and }, or write \\{ where you mean the sign itself.',
  },
  ComponentUnknown: {
    severity: 'error',
    message: (p) => `The component <${p.name}> is not known.`,
    hint: 'Use Figure, Aside, Quote, Term, Poem or Beyt, or import your own component at the top of the file.',
  },
  ComponentProp: {
    severity: 'error',
    message: (p) => `The component <${p.name}> ${p.reason}.`,
    hint: 'docs/authoring.md shows each component with all its properties.',
  },
  TermUnknown: {
    severity: 'error',
    message: (p) => `The glossary has no term "${p.term}".`,
    hint: 'Add it to content/glossary.yaml, or name an entry with <Term name="…">.',
  },
  ImageMissing: {
    severity: 'error',
    message: (p) => `The image "${p.target}" does not exist.`,
    hint: 'Put the file beside the article and write its path from there, for example ./img/map.png.',
  },
  ImageUnusable: {
    severity: 'error',
    message: (p) => `The image "${p.target}" ${p.reason}.`,
    hint: 'Put it below content/ as PNG, JPEG, WebP, AVIF, GIF or SVG.',
  },
  ImageElsewhere: {
    severity: 'warning',
    message: (p) => `The image "${p.target}" lies on another host, and pages load nothing from there.`,
    hint: 'Save it beside the article and write its path from there.',
  },
  MarkupBlocked: {
    severity: 'error',
    message: (p) => `The pages cannot show ${p.markup}: readers would see nothing of it.`,
    hint: 'Link to it instead: [title](https://…). Sound and films may come from public/, as in src="/clip.mp4". Styles belong in a stylesheet.',
  },
  LinkUnusable: {
    severity: 'error',
    message: (p) => `The link "${p.target}" leads nobody anywhere: ${p.reason}.`,
    hint: 'Write an address that readers can open, or delete the brackets and leave the words.',
  },
  IdTaken: {
    severity: 'error',
    message: (p) => `The id "${p.id}" is ${p.taken}: links to it would lead to the first of the two.`,
    hint: 'Give the element another id. Headings and passages have one without being given any.',
  },
  LinkBroken: {
    severity: 'error',
    message: (p) => `The link "${p.target}" leads to no page of this site.`,
    hint: 'Link to another article by its file (./other.mdx) or its address (/en/other.html).',
  },
  FragmentBroken: {
    severity: 'error',
    message: (p) => `The link "${p.target}" names a place that its page does not have.`,
    hint: 'After #, write the heading’s words joined by hyphens, or the id that "copy link" gives you.',
  },
} as const satisfies Record<string, ErrorText>;
