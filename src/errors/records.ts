import type { ErrorText } from './error-text.ts';

export const recordsErrors = {
  RecordMissing: {
    severity: 'error',
    message: (p) => `The work "${p.work}" has no alignment record yet.`,
    hint: 'Run "npm run align" and commit content/alignment.',
  },
  RecordBehind: {
    severity: 'error',
    message: (p) => `The alignment record is out of date: the text of "${p.work}" has changed.`,
    hint: 'Run "npm run align" and commit content/alignment.',
  },
  RecordMalformed: {
    severity: 'error',
    message: (p) => `The alignment record cannot be read: ${p.detail}.`,
    hint: 'Correct the line, or restore the file from git: git checkout -- FILE. It is never overwritten as it is.',
  },
  RecordConflict: {
    severity: 'error',
    message: () => 'The alignment record holds two versions that git could not join as one.',
    hint: 'Run "npm run align": it joins both versions and loses nothing.',
  },
  RecordIdDoubled: {
    severity: 'error',
    message: (p) => `The unit id "${p.detail}" is in the record more than once.`,
    hint: 'Run "npm run align": it makes one unit of them.',
  },
  RecordAliasLost: {
    severity: 'error',
    message: (p) => `An alias points to a unit that the record does not have: ${p.detail}.`,
    hint: 'Run "npm run align": it points the alias to the nearest unit.',
  },
  RecordIdVanished: {
    severity: 'error',
    message: (p) =>
      `The unit id "${p.id}", which is in the last commit, is gone from the record, so that links to it break.`,
    hint: 'Restore the line of this id from git, then run "npm run align".',
  },
  RecordOrphan: {
    severity: 'warning',
    message: (p) => `There is no work "${p.work}" for this alignment record.`,
    hint: 'If the work was renamed, run "npm run align"; if it was deleted for good, delete the record as well.',
  },
  PairLost: {
    severity: 'error',
    message: (p) =>
      `The record of "${p.work}" has this text as the translation of ${p.other}, and the names of the two files do not say so any more.`,
    hint: 'Run "npm run align": it writes translationOf into this file, and keeps the old address. Or give the file that was renamed its name back.',
  },
  PairTaken: {
    severity: 'error',
    message: (p) =>
      `The record of "${p.work}" has this text as the translation of ${p.other}, and another edition has a name or a translationOf that says the same.`,
    hint: 'Rename that other edition, or take its translationOf out, then run "npm run align". Until then the record is left as it is.',
  },
} as const satisfies Record<string, ErrorText>;
