import { type ErrorText, suggest } from './error-text.ts';

export const worksErrors = {
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
    hint: 'Check for a typo; docs/authoring.md lists every field.',
  },
  EntriesUnreadable: {
    severity: 'error',
    message: (p) => `The file cannot be read: ${p.reason}.`,
    hint: 'docs/customising.md shows the form of the file. Put values that hold a colon between quotation marks.',
  },
  EntryWrong: {
    severity: 'error',
    message: (p) => `The entry "${p.id}"${p.list ? ` of "${p.list}"` : ''} ${p.reason}.`,
    hint: (p) =>
      p.list
        ? 'docs/authoring.md shows an entry of the list, under "The glossary".'
        : 'docs/customising.md shows an entry with all its fields.',
  },
  PersonUnknown: {
    severity: 'warning',
    message: (p) => `There is no person named "${p.person}"${suggest(p.near)}.`,
    hint: 'Correct the name, or add the person to content/people.yaml.',
  },
  NamesJoined: {
    severity: 'warning',
    message: (p) => `The field "${p.field}" is one name, "${p.names}", and not several.`,
    hint: 'Write a list, [Ali, Sara]. If the comma belongs to the name, write a list of one, ["Ali, Sara"].',
  },
  PicturePlaced: {
    severity: 'warning',
    message: () => 'The picture says where it was taken, and is published as it is.',
    hint: 'Save it without its GPS data, or put it into content/, where such data are left out when it is published.',
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
  PersonAmbiguous: {
    severity: 'warning',
    message: (p) => `Several people have the name "${p.person}": ${p.ids}.`,
    hint: 'Write the id of the one who is meant, as content/people.yaml has it.',
  },
  TopicLikely: {
    severity: 'warning',
    message: (p) => `The topic "${p.topic}" is not in the glossary (did you mean "${p.near}"?).`,
    hint: 'Correct the name, or add the topic to content/glossary.yaml.',
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
    message: (p) => `The lead "${p.lead}" of the section "${p.section}" is not a work${suggest(p.near)}.`,
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
  WorkClaimedTwice: {
    severity: 'error',
    message: (p) => `This edition and ${p.other} both claim to be the ${p.language} edition of the work "${p.work}".`,
    hint: 'A work has one edition per language: change translationOf or the slug of one of them.',
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
  GlossaryUnreadable: {
    severity: 'error',
    message: (p) => `The glossary cannot be read: ${p.reason}.`,
    hint: 'docs/authoring.md shows the form, under "The glossary".',
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
  EncodingUnknown: {
    severity: 'error',
    message: (p) => `The file is not in UTF-8; it looks like ${p.encoding}.`,
    hint: 'Open it in an editor that knows the encoding and save it as UTF-8, or: iconv -f ENCODING -t UTF-8 FILE.',
  },
  FileIgnored: {
    severity: 'warning',
    message: (p) => `Nothing reads this: ${p.reason}.`,
    hint: 'Rename or move it. Names that begin with _ are left out on purpose, and not reported.',
  },
  SlugReserved: {
    severity: 'error',
    message: (p) => `The name "${p.slug}" is taken by ${p.page ? `the page ${p.page}` : 'a page of the site itself'}.`,
    hint: 'Give the file another name.',
  },
  SlugUnfit: {
    severity: 'error',
    message: (p) => `The name "${p.slug}" cannot be an address everywhere: ${p.reason}.`,
    hint: 'Give the file a name of letters, digits and hyphens, in any script, that is not much longer than a title.',
  },
  SlugsAlike: {
    severity: 'error',
    message: (p) => `The name "${p.slug}" differs from that of ${p.other} in capital letters only.`,
    hint: 'Rename one of the two: on Windows and macOS both would be one file. Two editions of one work need the very same name.',
  },
  FilesAlike: {
    severity: 'error',
    message: (p) => `The name differs from that of ${p.other} in capital letters only, or looks the same.`,
    hint: 'Rename one of the two, and what names it: on Windows and macOS both are one file, and one would replace the other.',
  },
  LabelUnfit: {
    severity: 'error',
    message: (p) => `The name "${p.name}" cannot be the address of a page: ${p.reason}.`,
    hint: 'Give it an id of its own: topics in content/glossary.yaml, people in content/people.yaml.',
  },
  LabelsCollide: {
    severity: 'error',
    message: (p) =>
      `The names "${p.name}" and "${p.other}" result in the same address, "${p.address}", and would be one.`,
    hint: 'Give each an id of its own: topics in content/glossary.yaml, people in content/people.yaml.',
  },
  LabelsAlike: {
    severity: 'warning',
    message: (p) => `The names "${p.name}" and "${p.other}" look like the same, and have a page each.`,
    hint: 'Write the name in one way everywhere, or give both spellings one id: content/glossary.yaml, content/people.yaml.',
  },
  DatesContradict: {
    severity: 'warning',
    message: (p) => `The field "${p.field}" ${p.reason}.`,
    hint: 'Correct one of the two dates.',
  },
} as const satisfies Record<string, ErrorText>;
