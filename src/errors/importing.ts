import type { ErrorText } from './error-text.ts';

export const importingErrors = {
  ImportXmlBroken: {
    severity: 'warning',
    message: (p) => `The export is not valid XML here: ${p.reason}.`,
    hint: 'Compare the post at this place with what came in. Exporting once more, in smaller parts, often helps.',
  },
  ImportFileOfOtherKind: {
    severity: 'error',
    message: (p) => `This is ${p.called}, not ${p.wanted}; ${p.advice}. Nothing was imported.`,
    hint: 'Name another file or another kind. Unpack an archive first; save other documents as .docx, web page or text in UTF-8.',
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
    message: (p) => `There is no text in "${p.title}"; it was left out.`,
    hint: 'If it had one, look for it in its source: some page builders of WordPress keep the text elsewhere.',
  },
  ImportDescriptionMade: {
    severity: 'warning',
    message: () => 'The description is the first sentence of the text because the source has none.',
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
  ImportPersonNamedOnce: {
    severity: 'warning',
    message: (p) => `The source has only one name for "${p.id}"; "${p.name}" was written for both languages.`,
    hint: 'Write the name in the other language into content/people.yaml.',
  },
  ImportFileEmpty: {
    severity: 'error',
    message: () => 'There is no text in this file that can be imported.',
    hint: 'Look into it, and at what else is reported: it may be cut off, in another language, or pictures of words. Name a file that has text.',
  },
  ImportMediaMissing: {
    severity: 'warning',
    message: (p) => `The file "${p.target}" was not found among the uploads.`,
    hint: 'Run the import again with --uploads and a folder that has it (wp-content/uploads of the old site).',
  },
  ImportMediaUnusable: {
    severity: 'warning',
    message: (p) => `The file "${p.target}" is among the uploads, but ${p.reason}; it was left out.`,
    hint: 'Look for a whole one in a backup of the old site, put it into the folder, and import again.',
  },
  ImportImageElsewhere: {
    severity: 'warning',
    message: (p) => `The image "${p.target}" is on another host; a link to it is in its place.`,
    hint: 'Save the image beside the text, if you may, and show it from there.',
  },
  ImportEmbedForbidden: {
    severity: 'warning',
    message: (p) =>
      `The settings do not allow pages to show anything of ${p.host}; a link to ${p.address} was written in its place.`,
    hint: 'To show it, add the line for "embeds" that the report prints to beyt.config.ts, and import again.',
  },
  ImportEmbedImpossible: {
    severity: 'warning',
    message: (p) =>
      `No page of this site can show what was embedded here; a link to ${p.address} was written in its place.`,
    hint: 'Leave the link, or write in words what readers find there.',
  },
  ImportLinkUnknown: {
    severity: 'warning',
    message: (p) => `The link "${p.target}" goes to a page of the old site that was not imported; its words were kept.`,
    hint: 'Link the words to a page of the new site, if there is one.',
  },
  ImportShortcodeUnknown: {
    severity: 'warning',
    message: (p) => `The shortcode [${p.name}] is not known; it was left in the text as it is.`,
    hint: 'Replace it by what it showed, or delete it.',
  },
  ImportPartDropped: {
    severity: 'warning',
    message: (p) => `A part of the text could not be shown here and was left out: ${p.what}.`,
    hint: 'Look at the old page whether something is missing that readers need.',
  },
  ImportPointerRemoved: {
    severity: 'warning',
    message: (p) => `A line that only led to the translation was taken out: "${p.line}".`,
    hint: 'There is nothing to do: each page links to its translation. If the line says more than that, write it again.',
  },
  ImportProtected: {
    severity: 'warning',
    message: (p) => `The text was ${p.state} in the source, and came in as a draft.`,
    hint: 'Delete "draft: true" if it may be published.',
  },
  ImportNameTaken: {
    severity: 'warning',
    message: (p) => `The name "${p.slug}" was taken by ${p.other}; this text is named "${p.name}".`,
    hint: 'If the two are one text, delete one of the files; else rename this one if you like.',
  },
  ImportAddressTaken: {
    severity: 'warning',
    message: (p) => `The old address "${p.address}" was left out: it is ${p.taken}.`,
    hint: 'If readers still look for this text there, link to it from that page.',
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
  ImportSourceShared: {
    severity: 'warning',
    message: (p) => `Its source has the same name as that of ${p.other}, which is another text; both are there.`,
    hint: 'If this is a new version of that text, delete the older of the two files.',
  },
  ImportFileTaken: {
    severity: 'error',
    message: (p) => `The text "${p.source}" was not imported: its file holds another text and was left alone.`,
    hint: 'To have both, rename this file; to replace it, delete it. Then delete its line in content/imported.jsonl, and import again.',
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
    message: (p) => `Reading the document: ${p.reason}.`,
    hint: 'Compare this place with the document.',
  },
} as const satisfies Record<string, ErrorText>;
