import type { ErrorText } from './error-text.ts';

/** What can be wrong with the alignment records. */
export const recordsErrors = {
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
  PairLost: {
    severity: 'error',
    message: (p) =>
      `This edition has the texts that the record of "${p.work}" knows as its own, and is no longer paired with it.`,
    hint: 'If its file was renamed, write translationOf: NAME into it, with the name of the other file, or give it its name back.',
  },
} as const satisfies Record<string, ErrorText>;
