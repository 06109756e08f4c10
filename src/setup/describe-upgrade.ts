export function describeConflicts(version: string, files: readonly string[]): string {
  const lock = files.includes('package-lock.json')
    ? ['', 'Of package-lock.json take theirs, then run "npm install", which writes into it what you have added.']
    : [];
  return [
    `Your clone and ${version} have both changed:`,
    ...files.map((file) => `  ${file}`),
    '',
    'Nothing is committed yet. To go on, do one of these for each file:',
    `  git checkout --theirs -- FILE   takes the file of ${version}`,
    '  git checkout --ours -- FILE     keeps yours',
    '  or edit it: what is yours and what is theirs is between <<<<<<< and >>>>>>>.',
    'Then: git add FILE, and when all of them are done: git commit',
    ...lock,
    '',
    'Perhaps a setting, or a part that can be replaced, does today what you changed the file for: see docs/customising.md.',
    'To go back to where you were: git merge --abort',
  ].join('\n');
}

/** @param duties sentences of the changelog */
export function describeNext(version: string, duties: readonly string[]): string {
  return [
    `This publication is at ${version} now. What is your own is as it was.`,
    ...(duties.length > 0
      ? ['', 'The changelog asks you to look at these:', ...duties.map((duty) => `  ${duty}`)]
      : []),
    '',
    'Next:',
    '  npm ci            installs what the version needs',
    '  npm run align     brings the records up to date',
    '  npm run check     names what is left to do',
    '  npm run build',
    '',
    'To go back to where you were, before you commit anything else: git reset --hard HEAD~1',
  ].join('\n');
}
