import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listDuties } from './changelog.ts';

const changelog = `# Changelog

Words that say **Do** what you like.

## [Unreleased]

- Not yet. **Do** nothing.

## [0.10.0] - 2027-01-01

### Changed

- A is B now. **Do** rename A
  in \`content/\`.

### Fixed

- Nothing to do.

## [0.9.1] - 2026-12-24

- C. **Do** look at C.
- D. **Do** look at D.

## [0.9.0] - 2026-12-01

- E. **Do** look at E.
`;

test('what to do between two versions, oldest first', () => {
  expect(listDuties(changelog, '0.9.0', 'v0.10.0')).toEqual([
    '0.9.1: C. Do look at C.',
    '0.9.1: D. Do look at D.',
    '0.10.0: A is B now. Do rename A in `content/`.',
  ]);
  expect(listDuties(changelog, '0.9.1', '0.9.1')).toEqual([]);
  expect(listDuties(changelog, '0.1.0', '0.9.0')).toEqual(['0.9.0: E. Do look at E.']);
});

test('CHANGELOG.md knows the version of package.json, in the form that an upgrade reads', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const text = readFileSync('CHANGELOG.md', 'utf8');
  expect(text).toMatch(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'));
  const duties = listDuties(text, '0.0.0', version);
  expect(duties.length).toBe(
    text
      .split(/^## /m)
      .slice(2)
      .join('')
      .match(/\*\*Do\*\*/g)?.length ?? 0,
  );
});
