/**
 * What is a newsroom's own in a clone: no later version changes any of it, adds to it or takes it away. Folders end with
 * a slash.
 */
export const ownPlaces: readonly string[] = [
  'beyt.config.ts',
  'content/',
  'theme/',
  'public/',
  '.github/',
  '.gitlab-ci.yml',
];

/** Files that every version brings, and that are the newsroom's own as soon as it has changed them. */
export const ownWhenChanged: readonly string[] = ['README.md'];
