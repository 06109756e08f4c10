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

/** A name that was probably meant. */
function suggest(near: string | undefined): string {
  return near ? ` (did you mean "${near}"?)` : '';
}

export const errors = {
  SettingsMissing: {
    severity: 'error',
    message: () => 'There is no file of settings.',
    hint: 'Run "npm run new", which writes beyt.config.ts, or take the file back from git.',
  },
  SettingsUnreadable: {
    severity: 'error',
    message: (p) => `The settings cannot be read: ${p.reason}.`,
    hint: 'Correct beyt.config.ts; docs/customising.md shows its form. An editor that knows TypeScript marks the place.',
  },
  SettingWrong: {
    severity: 'error',
    message: (p) => `The setting "${p.field}" ${p.reason}.`,
    hint: 'docs/customising.md lists every setting with an example.',
  },
  SettingUnknown: {
    severity: 'error',
    message: (p) => `The setting "${p.field}" is not known${suggest(p.near)}.`,
    hint: 'Look for a typing slip; docs/customising.md lists every setting.',
  },
  SettingFileMissing: {
    severity: 'error',
    message: (p) => `The setting "${p.field}" names the file "${p.target}", which does not exist.`,
    hint: 'Write the path from the folder that beyt.config.ts is in, for example ./theme/share.png.',
  },
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
    message: (p) => `The frontmatter field "${p.field}" is not known${suggest(p.near)}.`,
    hint: 'Look for a typing slip; docs/authoring.md lists every field.',
  },
  EntriesUnreadable: {
    severity: 'error',
    message: (p) => `The file cannot be read: ${p.reason}.`,
    hint: 'docs/customising.md shows the form of the file. Put values that hold a colon between quotation marks.',
  },
  EntryWrong: {
    severity: 'error',
    message: (p) => `The entry "${p.id}" ${p.reason}.`,
    hint: 'docs/customising.md shows an entry with all its fields.',
  },
  PersonUnknown: {
    severity: 'warning',
    message: (p) => `Nobody is known by the name "${p.person}"${suggest(p.near)}.`,
    hint: 'Correct the name, or add the person to content/people.yaml.',
  },
  PortraitMissing: {
    severity: 'error',
    message: (p) => `The portrait "${p.target}" of "${p.id}" does not exist.`,
    hint: 'Put the picture below content/ and write its path from there, for example people/zahra.jpg.',
  },
  SectionUnknown: {
    severity: 'error',
    message: (p) => `There is no section "${p.section}"${suggest(p.near)}.`,
    hint: 'Correct the id, or add the section to content/sections.yaml.',
  },
  SeriesUnknown: {
    severity: 'error',
    message: (p) => `There is no series "${p.series}"${suggest(p.near)}.`,
    hint: 'Correct the id, or add the series to content/series.yaml.',
  },
  PartWithoutSeries: {
    severity: 'error',
    message: () => 'The edition has a part and no series.',
    hint: 'Write series: ID above it, or delete the part.',
  },
  PartTaken: {
    severity: 'error',
    message: (p) => `Part ${p.part} of the series "${p.series}" is ${p.other} already.`,
    hint: 'Give one of the two another number.',
  },
  LeadUnknown: {
    severity: 'error',
    message: (p) => `The lead "${p.lead}" of the section "${p.section}" is no work${suggest(p.near)}.`,
    hint: 'Write the name of a work: the name of its file without language and ending.',
  },
  EditionsDisagree: {
    severity: 'error',
    message: (p) => `The two editions disagree about "${p.field}": ${p.other} has ${p.theirs}, this one ${p.ours}.`,
    hint: 'Write the same in both files, or write it in one of them only; kind must be in both.',
  },
  PairLikely: {
    severity: 'warning',
    message: (p) => `This edition looks like the other side of ${p.other}, and neither names the other.`,
    hint: 'If they are one work, write the name of the other file in one of the two: translationOf: NAME.',
  },
  AddressTaken: {
    severity: 'error',
    message: (p) => `The old address "${p.address}" is ${p.taken}.`,
    hint: 'Delete the alias or redirect that is not needed, or correct it.',
  },
  NavigationBroken: {
    severity: 'warning',
    message: (p) => `The navigation leads to ${p.target}, which is no page of this site and is left out.`,
    hint: 'Correct the address in the settings, or write the page: it needs an edition in each language.',
  },
  RedirectBroken: {
    severity: 'error',
    message: (p) => `The redirect from "${p.address}" leads to "${p.target}", which is no page of this site.`,
    hint: 'Correct the address in the settings: a page of the site, such as /en/new.html, or one that begins with https://.',
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
    message: (p) => `The pages cannot show ${p.markup}: readers would see nothing of it.`,
    hint: 'Link to it instead: [title](https://…). Sound and films may come from public/, as in src="/clip.mp4". Styles belong in a stylesheet.',
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
  ImportXmlBroken: {
    severity: 'warning',
    message: (p) => `The export is not valid XML here: ${p.reason}.`,
    hint: 'Compare the post at this place with what came in. Exporting once more, in smaller parts, often helps.',
  },
  ImportNotAnExport: {
    severity: 'error',
    message: () => 'This is not an export of WordPress.',
    hint: 'Take the file that Tools → Export → All content of WordPress gives.',
  },
  ImportLanguageOther: {
    severity: 'warning',
    message: (p) =>
      `The text "${p.title}" is in a language that this site does not have (${p.language}); it was left out.`,
    hint: 'If it is English or Persian after all, correct its language in WordPress and export again.',
  },
  ImportLanguageDoubtful: {
    severity: 'warning',
    message: (p) => `The text "${p.title}" was taken as ${p.language}, but its text is mostly in the other script.`,
    hint: 'If its language is wrong, correct it in WordPress and export again, or move the file to the other folder.',
  },
  ImportTextEmpty: {
    severity: 'warning',
    message: (p) => `The post "${p.title}" has no text; it was left out.`,
    hint: 'If it had one, look for it in WordPress: some page builders keep the text elsewhere.',
  },
  ImportDescriptionMade: {
    severity: 'warning',
    message: () => 'The description is the first sentence of the text, since the source has none.',
    hint: 'Write one or two sentences of your own under description.',
  },
  ImportDateMissing: {
    severity: 'warning',
    message: (p) => `The source has no date for this text; ${p.date} was written.`,
    hint: 'Write the right day under date.',
  },
  ImportAuthorMissing: {
    severity: 'warning',
    message: (p) => `The source names no author; "${p.author}" was written.`,
    hint: 'Write the right name under authors.',
  },
  ImportMediaMissing: {
    severity: 'warning',
    message: (p) => `The file "${p.target}" was not found among the uploads.`,
    hint: 'Run the import again with --uploads and a folder that has it (wp-content/uploads of the old site).',
  },
  ImportImageElsewhere: {
    severity: 'warning',
    message: (p) => `The image "${p.target}" lies on another host; a link to it was written in its place.`,
    hint: 'Save the image beside the text, if you may, and show it from there.',
  },
  ImportLinkUnknown: {
    severity: 'warning',
    message: (p) =>
      `The link "${p.target}" leads into the old site, but to nothing that was imported; its words were kept.`,
    hint: 'Link the words to a page of the new site, if there is one.',
  },
  ImportShortcodeUnknown: {
    severity: 'warning',
    message: (p) => `The shortcode [${p.name}] is not known; it was left in the text as it is.`,
    hint: 'Replace it by what it showed, or delete it.',
  },
  ImportPartDropped: {
    severity: 'warning',
    message: (p) => `A part of the text has no counterpart here and was left out: ${p.what}.`,
    hint: 'Look at the old page whether something is missing that readers need.',
  },
  ImportProtected: {
    severity: 'warning',
    message: (p) => `The text was ${p.state} in the source, and came in as a draft.`,
    hint: 'Delete "draft: true" if it may be published.',
  },
  ImportNameTaken: {
    severity: 'warning',
    message: (p) => `The name "${p.slug}" was taken by ${p.other}; this text is named "${p.name}".`,
    hint: 'Rename the file if you like; its old address leads to it either way.',
  },
  ImportFileEdited: {
    severity: 'warning',
    message: (p) => `The file was edited after it was imported, and was left alone${p.changed}.`,
    hint: 'To take the source’s text instead, delete the file and its line in content/imported.jsonl, then import again.',
  },
  ImportFileDeleted: {
    severity: 'warning',
    message: () => 'The file was deleted after it was imported, and was not written again.',
    hint: 'To bring it back, delete its line in content/imported.jsonl and import again.',
  },
  ImportFileTaken: {
    severity: 'warning',
    message: (p) => `There is another file in the place of "${p.source}", and it was left alone.`,
    hint: 'If the two are the same, there is nothing to do; else rename this one and import again.',
  },
  ImportPairUnsure: {
    severity: 'warning',
    message: (p) =>
      `This text may be the translation of ${p.other} (${p.confidence}: ${p.reasons}); they were not joined.`,
    hint: 'If it is, write "translationOf" with the other file’s name into one of the two.',
  },
  ImportPairContradicted: {
    severity: 'warning',
    message: (p) =>
      `More than one ${p.language} text is named as the translation of this one (by ${p.source}); only ${p.chosen} was joined.`,
    hint: 'Look which one is right, and correct "translationOf" in the files.',
  },
  ImportDocumentUnreadable: {
    severity: 'error',
    message: (p) => `The document cannot be read: ${p.reason}.`,
    hint: 'Open it in the program that it comes from, and save it again.',
  },
  ImportDocumentNote: {
    severity: 'warning',
    message: (p) => `Word: ${p.reason}.`,
    hint: 'Compare this place with the document.',
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
