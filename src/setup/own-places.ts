/** The newsroom's own: later versions leave all of these alone. Folders end with a slash. */
export const ownPlaces: readonly string[] = [
  'beyt.config.ts',
  'content/',
  'theme/',
  'public/',
  '.github/',
  '.gitlab-ci.yml',
];

/** Every version brings these; they are the newsroom's own as soon as it has changed them. */
export const ownWhenChanged: readonly string[] = ['README.md'];
