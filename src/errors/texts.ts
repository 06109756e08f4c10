import { type ErrorText, suggest } from './error-text.ts';

const examples: Readonly<Record<string, string>> = {
  sound: './interview.mp3',
  film: './interview.mp4',
  captions: './interview.vtt',
};

const formats: Readonly<Record<string, string>> = {
  sound: 'that is sound: MP3, M4A, Ogg, Opus, WAV or FLAC',
  film: 'that is a film: MP4 or WebM',
  captions: 'that holds captions: VTT',
};

export const textsErrors = {
  MarkdownUnreadable: {
    severity: 'error',
    message: (p) => `The text cannot be read as MDX: ${p.reason}.`,
    hint: 'In MDX, { and < begin code: write \\{ or &lt; where you mean the character itself, and close every tag.',
  },
  ExpressionFailed: {
    severity: 'error',
    message: (p) => `An expression in the text failed: ${p.reason}.`,
    hint: 'Check the names used between { and }, or write \\{ where you mean the character itself.',
  },
  ComponentUnknown: {
    severity: 'error',
    message: (p) => `The component <${p.name}> is not known.`,
    hint: 'Use Figure, Gallery, Audio, Video, Embed, Aside, Quote, Term, Poem or Beyt, or import your own component at the top of the file.',
  },
  ComponentProp: {
    severity: 'error',
    message: (p) => `The component <${p.name}> ${p.reason}.`,
    hint: 'docs/authoring.md shows each component with all its properties.',
  },
  ContentLost: {
    severity: 'error',
    message: (p) => `Readers would not see ${p.content}: <${p.name}> ${p.limit}.`,
    hint: 'Move it to where it is shown, above or below for example, or delete it. docs/authoring.md says what each component shows.',
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
    message: (p) => `The image "${p.target}" is on another host, and pages load nothing from other hosts.`,
    hint: 'Save it beside the article and write its path from there.',
  },
  MarkupBlocked: {
    severity: 'error',
    message: (p) => `The pages cannot show ${p.markup}: readers would see nothing of it.`,
    hint: 'For what is on another host write <Embed url="https://…" title="…" />, for sound and films of your own <Audio src="./clip.mp3" title="…" /> or <Video src="./clip.mp4" title="…" />. Files that srcset, background and drawings name belong in public/: srcset="/map.png 2x". Styles belong in theme/theme.css, scripts in a component of theme/components/.',
  },
  MarkupOpen: {
    severity: 'error',
    message: (p) => `The ${p.what} ${p.markup} is not ended: readers do not see ${p.lost}.`,
    hint: 'End a comment with -->, an element with its end tag, a tag with > and each quotation mark in it with another. Write &lt; where you mean the character itself.',
  },
  EmbedForbidden: {
    severity: 'error',
    message: (p) => `The settings do not allow pages to show anything of ${p.host}.`,
    hint: 'Add it to the setting "embeds" in beyt.config.ts: the name of the service or the host, beside those that are to stay.',
  },
  FormElsewhere: {
    severity: 'error',
    message: (p) => `The settings do not allow forms to send anything to ${p.action}.`,
    hint: 'Add the address, as it is written here, to the setting "forms" in beyt.config.ts.',
  },
  ImportMissing: {
    severity: 'error',
    message: (p) => `The edition imports "${p.target}", and there is no such file.`,
    hint: "Correct the path. It is relative to the edition: '../../theme/components/Chart.astro'.",
  },
  MediaMissing: {
    severity: 'error',
    message: (p) => `The file "${p.target}" does not exist.`,
    hint: (p) =>
      `Save it beside the article and write its path from there: ${examples[p.kind ?? ''] ?? examples.sound}.`,
  },
  MediaUnusable: {
    severity: 'error',
    message: (p) => `The file "${p.target}" ${p.reason}.`,
    hint: (p) => `Name a file below the content folder ${formats[p.kind ?? ''] ?? formats.sound}.`,
  },
  LinkUnusable: {
    severity: 'error',
    message: (p) => `The link "${p.target}" does not work: ${p.reason}.`,
    hint: 'Write an address that readers can open, or delete the brackets and leave the words.',
  },
  IdTaken: {
    severity: 'error',
    message: (p) => `The id "${p.id}" is ${p.taken}: links to it would go to the first of the two.`,
    hint: 'Give the element another id. Headings and passages have one without being given any.',
  },
  LinkBroken: {
    severity: 'error',
    message: (p) => `The link "${p.target}" does not go to any page or file of this site.`,
    hint: (p) =>
      p.now
        ? `It is ${p.now} now.`
        : p.file
          ? `Put the file into public/ and write its address from there: /${p.file} for public/${p.file}.`
          : 'Link to another article by its file (./other.mdx) or its address (/en/other.html).',
  },
  LinkUnpublished: {
    severity: 'warning',
    message: (p) => `The link "${p.target}" goes to a page that is not published now${p.why ? ` (${p.why})` : ''}.`,
    hint: 'Until it is, readers see the words without a link.',
  },
  FragmentBroken: {
    severity: 'error',
    message: (p) => `The link "${p.target}" points to an anchor that its page does not have${suggest(p.near)}.`,
    hint: 'After #, write the heading’s words joined by hyphens, or the id that "copy link" gives you.',
  },
} as const satisfies Record<string, ErrorText>;
