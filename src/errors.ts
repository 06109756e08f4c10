/**
 * Every error that an editor, a translator or the person who deploys can meet. Names are permanent: docs and
 * waivers refer to them. Each says what is wrong; the hint says what to do.
 */
export type Severity = 'error' | 'warning';

interface ErrorText {
  readonly severity: Severity;
  readonly message: (p: Record<string, string>) => string;
  readonly hint: string;
}

/** What only one side has, each named. */
function tellSides({ en, fa }: Record<string, string>): string {
  return [en && `only in English ${en}`, fa && `only in Persian ${fa}`].filter(Boolean).join('; ');
}

export const errors = {
  FrontmatterMissing: {
    severity: 'error',
    message: () => 'The file does not begin with frontmatter.',
    hint: 'Begin the file with a line "---", then title, description, date and authors, then another line "---".',
  },
  FrontmatterUnreadable: {
    severity: 'error',
    message: (p) => `The frontmatter is not valid YAML: ${p.reason}.`,
    hint: 'Put values that hold a colon, a quotation mark or a leading symbol between quotation marks: title: "a: b".',
  },
  FrontmatterField: {
    severity: 'error',
    message: (p) => `The frontmatter field "${p.field}" ${p.reason}.`,
    hint: 'docs/authoring.md lists every field with an example.',
  },
  FrontmatterUnknownField: {
    severity: 'error',
    message: (p) => `The frontmatter field "${p.field}" is not known.`,
    hint: 'Look for a typing slip; docs/authoring.md lists every field.',
  },
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
  WorkClaimedTwice: {
    severity: 'error',
    message: (p) => `This edition and ${p.other} both claim to be the ${p.language} edition of the work "${p.work}".`,
    hint: 'A work has one edition a language: change translationOf or the slug of one of them.',
  },
  TranslationOfUnknown: {
    severity: 'error',
    message: (p) => `translationOf names "${p.slug}", and there is no such edition in the other language.`,
    hint: 'Write the other file’s name without its ending, for example translationOf: alliances.',
  },
  OriginalContradiction: {
    severity: 'error',
    message: (p) =>
      `The two editions disagree about the original: ${p.other} says "${p.theirs}", this one "${p.ours}".`,
    hint: 'Write the same language under original in both files, or in one of them only.',
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
    message: (p) => `The content policy of the pages blocks ${p.markup}: readers would see nothing of it.`,
    hint: 'Use a component instead: Embed, Video, Audio or Gallery. Styles belong into the stylesheet.',
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
  GlossaryUnreadable: {
    severity: 'error',
    message: (p) => `The glossary cannot be read: ${p.reason}.`,
    hint: 'The comment at the top of content/glossary.yaml shows the form.',
  },
  FileUnreadable: {
    severity: 'error',
    message: (p) => `The file cannot be read: ${p.reason}.`,
    hint: 'Check that the file is still there, is text in UTF-8, and may be read by you.',
  },
  FileChanged: {
    severity: 'error',
    message: () => 'The file was changed while this command ran.',
    hint: 'Run the command again.',
  },
  SlugReserved: {
    severity: 'error',
    message: (p) => `The name "${p.slug}" is taken by a page of the site itself.`,
    hint: 'Give the file another name.',
  },
  SlugUnfit: {
    severity: 'error',
    message: (p) => `The name "${p.slug}" cannot be an address everywhere: ${p.reason}.`,
    hint: 'Give the file a name of letters, digits and hyphens, in any script, that is not much longer than a title.',
  },
  RecordMissing: {
    severity: 'error',
    message: (p) => `The work "${p.work}" has no alignment record yet.`,
    hint: 'Run "npm run align" and commit content/alignment.',
  },
  RecordBehind: {
    severity: 'error',
    message: (p) => `The alignment record is behind the text of "${p.work}".`,
    hint: 'Run "npm run align" and commit content/alignment.',
  },
  RecordMalformed: {
    severity: 'error',
    message: (p) => `The alignment record cannot be read: ${p.detail}.`,
    hint: 'Mend the line, or take the file back from git: git checkout -- FILE. It is never overwritten as it is.',
  },
  RecordConflict: {
    severity: 'error',
    message: () => 'The alignment record holds two versions that git could not join as one.',
    hint: 'Run "npm run align": it joins both versions and loses nothing.',
  },
  RecordIdDoubled: {
    severity: 'error',
    message: (p) => `The unit id "${p.detail}" stands in the record more than once.`,
    hint: 'Run "npm run align": it makes one unit of them.',
  },
  RecordAliasLost: {
    severity: 'error',
    message: (p) => `An alias leads to a unit that the record does not have: ${p.detail}.`,
    hint: 'Run "npm run align": it leads the alias to the nearest unit.',
  },
  RecordIdVanished: {
    severity: 'error',
    message: (p) =>
      `The unit id "${p.id}", which is in the last commit, is gone from the record, so that links to it break.`,
    hint: 'Take the line of this id back from git, then run "npm run align".',
  },
  RecordOrphan: {
    severity: 'warning',
    message: (p) => `There is no work "${p.work}" for this alignment record.`,
    hint: 'If the work was renamed, run "npm run align"; if it was deleted for good, delete the record, too.',
  },
  NumbersDiffer: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: numbers differ: ${tellSides(p)}.`,
    hint: 'Correct the side that is wrong. If both are right: npm run align -- waive WORK UNIT NumbersDiffer "reason".',
  },
  LinksDiffer: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: links differ: ${tellSides(p)}.`,
    hint: 'Set the same links on both sides. If it is meant: npm run align -- waive WORK UNIT LinksDiffer "reason".',
  },
  ImagesDiffer: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: images differ: ${tellSides(p)}.`,
    hint: 'Show the same image on both sides. If it is meant: npm run align -- waive WORK UNIT ImagesDiffer "reason".',
  },
  TermOtherwise: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: "${p.term}" is not translated as the glossary has it (${p.expected}).`,
    hint: 'Use the glossary’s form, or add this one to content/glossary.yaml. A pronoun is fine: waive TermOtherwise.',
  },
  WrongScript: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: this text is mostly in the script of the other language.`,
    hint: 'Translate it, or move it to the other file. If it is meant: npm run align -- waive WORK UNIT WrongScript "reason".',
  },
  ArabicLetters: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: Arabic letters or digits in Persian text: ${p.letters}.`,
    hint: 'Replace them; a Persian keyboard layout types the right ones. To show them on purpose, waive ArabicLetters.',
  },
  BidiControls: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: invisible direction marks in the text: ${p.codes}.`,
    hint: 'Delete them: the site sets the direction itself. Where one is needed, waive BidiControls with the reason.',
  },
  LengthsDiffer: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: one side is far longer than the other (${p.en} English signs, ${p.fa} Persian).`,
    hint: 'Look whether something is missing, or paired wrongly: npm run align -- review. If it is right, waive LengthsDiffer.',
  },
  QuotesUnbalanced: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: ${p.marks} is opened and not closed, or closed and not opened.`,
    hint: 'Add the missing mark, or delete the one too many. A quotation over several paragraphs: waive QuotesUnbalanced.',
  },
} as const satisfies Record<string, ErrorText>;

export type ErrorName = keyof typeof errors;

/** One thing found wrong with the content, with the place to mend. Line and column are 1-based. */
export interface Finding {
  readonly name: ErrorName;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
}

/** Whether one of them keeps the content from being published. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((f) => f.severity === 'error');
}

/** Builds a finding from the table. `params` fill the message. */
export function createFinding(
  name: ErrorName,
  at: { file: string; line?: number; column?: number },
  params: Record<string, string> = {},
): Finding {
  const text: ErrorText = errors[name];
  const { severity, hint } = text;
  return {
    name,
    file: at.file,
    line: at.line ?? 1,
    column: at.column ?? 1,
    severity,
    message: text.message(params),
    hint,
  };
}

/** `file:line:column severity message` and the hint below it, as editors and terminals make it clickable. */
export function formatFinding(f: Finding): string {
  return `${f.file}:${f.line}:${f.column} ${f.severity} ${f.message} [${f.name}]\n    → ${f.hint}`;
}

/** Thrown once with everything that was found, so that one run shows it all. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map(formatFinding).join('\n'));
    this.name = 'ContentError';
    this.findings = findings;
  }
}
