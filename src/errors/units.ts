import { describeSides, type ErrorText, nameWaiver } from './error-text.ts';

export const unitsErrors = {
  NumbersDiffer: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: numbers differ: ${describeSides(p)}.`,
    hint: (p) => `Correct the side that is wrong. If both are right: ${nameWaiver(p, 'NumbersDiffer')}.`,
  },
  LinksDiffer: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: links differ: ${describeSides(p)}.`,
    hint: (p) => `Set the same links on both sides. If it is meant: ${nameWaiver(p, 'LinksDiffer')}.`,
  },
  ImagesDiffer: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: images differ: ${describeSides(p)}.`,
    hint: (p) => `Show the same image on both sides. If it is meant: ${nameWaiver(p, 'ImagesDiffer')}.`,
  },
  TermOtherwise: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: "${p.term}" is not translated as the glossary has it (${p.expected}).`,
    hint: (p) =>
      `Use the glossary’s form, or add this one to content/glossary.yaml. A pronoun is fine: ${nameWaiver(p, 'TermOtherwise')}.`,
  },
  WrongScript: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: this text is mostly in the script of the other language.`,
    hint: (p) => `Translate it, or move it to the other file. If it is meant: ${nameWaiver(p, 'WrongScript')}.`,
  },
  LengthsDiffer: {
    severity: 'warning',
    message: (p) =>
      `Unit ${p.unit}: one side is far longer than the other (${p.en} English characters, ${p.fa} Persian).`,
    hint: (p) =>
      `Check whether something is missing, or paired wrongly: npm run align -- review. If it is right: ${nameWaiver(p, 'LengthsDiffer')}.`,
  },
  QuotesUnbalanced: {
    severity: 'warning',
    message: (p) => `Unit ${p.unit}: ${p.marks} is opened and not closed, or closed and not opened.`,
    hint: (p) =>
      `Add the missing mark, or delete the one too many. A quotation over several paragraphs: ${nameWaiver(p, 'QuotesUnbalanced')}.`,
  },
} as const satisfies Record<string, ErrorText>;
