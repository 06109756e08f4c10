export const hosts = ['github', 'gitlab', 'other'] as const;
export type Host = (typeof hosts)[number];

/**
 * Runs no `npm run check`: an edit made in a browser leaves the record behind, and is published all the same.
 * @returns undefined for hosts that need no file
 */
export function formatWorkflow(host: Host, siteUrl: string): [path: string, text: string] | undefined {
  if (host === 'github') return ['.github/workflows/publish.yml', formatGithub(siteUrl)];
  if (host === 'gitlab') return ['.gitlab-ci.yml', formatGitlab(siteUrl)];
  return undefined;
}

function formatGithub(siteUrl: string): string {
  return `name: Publish
on:
  push:
    branches: [main]
  workflow_dispatch:
  schedule:
    - cron: '7 * * * *'
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  publish:
    runs-on: ubuntu-latest
    environment: github-pages
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - uses: actions/cache@v4
        with:
          path: .cache
          key: beyt-\${{ github.sha }}
          restore-keys: beyt-
      - run: npm ci
      - run: npm run build
        env:
          SITE_URL: ${JSON.stringify(siteUrl)}
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - uses: actions/deploy-pages@v4
`;
}

function formatGitlab(siteUrl: string): string {
  return `# For what waits for its time, add a schedule in GitLab under Build, Pipeline schedules.
pages:
  image: node:24
  resource_group: pages
  variables:
    GIT_DEPTH: 0
    SITE_URL: ${JSON.stringify(siteUrl)}
  cache:
    key: beyt
    paths: [.cache, .npm]
  script:
    - npm ci --cache .npm --prefer-offline
    - npm run build
    - rm -rf public
    - mv dist public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
}
