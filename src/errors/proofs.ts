import { type ErrorText, nameWaiver } from './error-text.ts';

/** By its unit, where that is known, a finding is waived. */
const begin = ({ unit }: Record<string, string>, text: string) =>
  unit ? `Unit ${unit}: ${text}` : text.charAt(0).toUpperCase() + text.slice(1);

/** All are advice: they can be waived and switched off. */
export const proofErrors = {
  FrontmatterCut: {
    severity: 'warning',
    message: (p) => `The field "${p.field}" is cut to "${p.value}": YAML takes "${p.lost}" for something else.`,
    hint: 'Put the whole value between quotation marks: title: "Update #2 of 3". A comment goes on a line of its own.',
  },
  ArabicLetters: {
    severity: 'warning',
    message: (p) => begin(p, `Arabic letters or digits in Persian text: ${p.characters}.`),
    hint: (p) =>
      `Replace them. A Persian keyboard layout types the right ones. To show them on purpose: ${nameWaiver(p, 'ArabicLetters')}.`,
  },
  BidiControls: {
    severity: 'warning',
    message: (p) => begin(p, `invisible direction marks in the text: ${p.characters}.`),
    hint: (p) =>
      `Delete them. The site sets the direction itself. Where one is needed: ${nameWaiver(p, 'BidiControls')}.`,
  },
  PresentationForms: {
    severity: 'warning',
    message: (p) => begin(p, `letters in fixed shapes, as PDF files hold them: ${p.characters}.`),
    hint: 'Replace them. Where no right form is named, the letters are in the wrong order: type the words again.',
  },
  HalfSpaces: {
    severity: 'warning',
    message: (p) => begin(p, `wrong characters for half-spaces, or half-spaces without effect: ${p.characters}.`),
    hint: 'Write U+200C, between two letters. A character that may be meant otherwise is left to you.',
  },
  HiddenCharacters: {
    severity: 'warning',
    message: (p) => begin(p, `invisible characters: ${p.characters}.`),
    hint: (p) =>
      `Delete them, or write a space. Control characters are left to you. In a text about them: ${nameWaiver(p, 'HiddenCharacters')}.`,
  },
  LettersDecomposed: {
    severity: 'warning',
    message: (p) => begin(p, `letters and their marks as separate characters: ${p.characters}.`),
    hint: 'Write each as one character.',
  },
  CharactersLost: {
    severity: 'warning',
    message: (p) => begin(p, `characters that were lost or misread in another program: ${p.characters}.`),
    hint: 'Type the words again, or take them from the original file once more, read as UTF-8.',
  },
  CharactersUndrawn: {
    severity: 'warning',
    message: (p) => begin(p, `characters that no font of the site draws: ${p.characters}.`),
    hint: (p) =>
      `Readers see them in whatever font their device has, or as a box. Write another character, or add a font that has them (\`fonts\` in the settings). Where that is acceptable: ${nameWaiver(p, 'CharactersUndrawn')}.`,
  },
  QuotesStraight: {
    severity: 'warning',
    message: (p) => begin(p, `straight quotation marks, where the settings ask for ${p.pair}.`),
    hint: 'Write the marks of the settings.',
  },
  EmphasisFailed: {
    severity: 'warning',
    message: (p) => begin(p, `the marks ${p.mark} have no effect here and are shown: "${p.text}".`),
    hint: 'Put them directly beside a letter, with spaces and punctuation outside, or write <strong>…</strong> or <em>…</em>. To show them, write \\*.',
  },
  ListTyped: {
    severity: 'warning',
    message: (p) =>
      begin(p, `${p.count} lines that begin like "${p.mark}" are not a list: they run together into one paragraph.`),
    hint: 'Begin each with "- " or "1. ". Pages show the digits of their own language.',
  },
  LinkFailed: {
    severity: 'warning',
    message: (p) => begin(p, `this is not a link and is shown as typed: "${p.text}".`),
    hint: 'Write [words](address), with nothing between ] and (. An address with spaces goes between < and >: [words](<./my file.mdx>).',
  },
  MarkupForeign: {
    severity: 'warning',
    message: (p) =>
      begin(p, `${p.whose}, which has no meaning here, is shown ${p.how || 'as it is written'}: "${p.markup}".`),
    hint: (p) =>
      p.field
        ? `Write the words alone: the field "${p.field}" is plain text.`
        : 'Delete it, or write what docs/authoring.md has for it. To show it, put it between backticks.',
  },
  MarkupUnknown: {
    severity: 'warning',
    message: (p) => begin(p, `there is no element ${p.markup} in HTML: its tags vanish from the page.`),
    hint: 'Write &lt; where you mean the character itself; components such as <Figure> need a file that ends in .mdx. Leftovers of Word can be deleted.',
  },
  TagAlone: {
    severity: 'warning',
    message: (p) =>
      begin(
        p,
        `the tag ${p.tag} ${p.reason}${p.reason === 'is not ended' ? ': what it begins runs on to the end of the text' : ', and vanishes from the page'}.`,
      ),
    hint: 'Write both tags, such as <details>…</details>, or neither. Write &lt; where you mean the character itself.',
  },
  EscapeShown: {
    severity: 'warning',
    message: (p) => begin(p, `a backslash before "${p.text?.slice(1)}" is shown: the character needs none.`),
    hint: 'Delete the backslash.',
  },
  NoteUndefined: {
    severity: 'warning',
    message: (p) => begin(p, `the note "${p.note}" is referred to but not written: readers see the brackets.`),
    hint: 'Write the note on a line of its own, with an empty line before it: [^1]: The note.',
  },
  NoteUnused: {
    severity: 'warning',
    message: (p) => begin(p, `the note "${p.note}" is written but never referred to: no reader sees it.`),
    hint: 'Refer to it where it belongs, with its name between [^ and ], or delete it.',
  },
  DefinitionUnused: {
    severity: 'warning',
    message: (p) => begin(p, `no link uses the address "[${p.name}]: ${p.url}": no reader sees it.`),
    hint: 'Write [words][name] where it belongs. For a list of sources write a list: "- https://…".',
  },
  NoteDoubled: {
    severity: 'warning',
    message: (p) => begin(p, `there are two notes "${p.note}": no reader sees this one.`),
    hint: 'Give one of them another name, here and where it is called.',
  },
  HeadingFailed: {
    severity: 'warning',
    message: (p) => begin(p, `this is not a heading and is shown as typed: "${p.text}".`),
    hint: 'Write a space after the #: ## Heading. To show the character itself, write \\#.',
  },
  HeadingFirst: {
    severity: 'warning',
    message: (p) => begin(p, `"${p.text}" is a second main heading: the title is the main one of the page.`),
    hint: 'Begin the headings of the text with ##.',
  },
  HeadingUnmeant: {
    severity: 'warning',
    message: (p) => begin(p, `the line of hyphens makes this paragraph a heading: "${p.text}".`),
    hint: 'Leave an empty line before the hyphens; if it is to be a heading, write ## before it.',
  },
  TableFailed: {
    severity: 'warning',
    message: (p) => begin(p, `these lines are not a table and run together: "${p.text}".`),
    hint: 'Write a line such as | --- | --- | below the first one, with as many cells, and an empty line above.',
  },
  CellsLost: {
    severity: 'warning',
    message: (p) => begin(p, `the row has more cells than the head of its table: readers do not see "${p.text}".`),
    hint: 'Add a column to the first two lines of the table. To show the character itself, write \\|.',
  },
  CodeOpen: {
    severity: 'warning',
    message: (p) => begin(p, `code begins with ${p.fence} and does not end: all that follows is shown as code.`),
    hint: 'End it with the same characters on a line of their own.',
  },
  CodeUnmeant: {
    severity: 'warning',
    message: (p) => begin(p, `this text is shown as code because its line begins with four spaces: "${p.text}".`),
    hint: 'Delete the spaces at the beginning of the line.',
  },
} as const satisfies Record<string, ErrorText>;
