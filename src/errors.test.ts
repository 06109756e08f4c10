import { expect, test } from 'vitest';
import { ContentError, createFinding, type ErrorName, errors, formatFinding } from './errors.ts';

/** Stands for every value that a message may hold. */
const params = new Proxy({}, { get: (_, name) => `‹${String(name)}›` }) as Record<string, string>;
const names = Object.keys(errors) as ErrorName[];

test('every message and its hint', () => {
  const texts = names.map((name) => {
    const { severity, message, hint } = createFinding(name, { file: 'f' }, params);
    return `${severity} ${name}: ${message}\n    ${hint}`;
  });
  expect(texts.join('\n')).toMatchSnapshot();
});

test('a message is a sentence, and its hint says what to do', () => {
  for (const name of names) {
    const { message, hint } = createFinding(name, { file: 'f' }, params);
    expect(message, name).toMatch(/^(translationOf|[A-Z]).*[.)]$/);
    expect(hint, name).toMatch(/^(docs\/|[A-Z]).*[.:)"…]$/s);
    expect(message + hint).not.toContain('undefined');
  }
});

test('a place that terminals and editors can click on', () => {
  const finding = createFinding('LinkBroken', { file: 'content/en/a.mdx', line: 3, column: 7 }, { target: './b.mdx' });
  expect(formatFinding(finding).split('\n')[0]).toBe(
    'content/en/a.mdx:3:7 error The link "./b.mdx" does not go to any page or file of this site. [LinkBroken]',
  );
  expect(formatFinding(createFinding('FrontmatterMissing', { file: 'a' }))).toMatch(/^a:1:1 error /);
});

test.each([
  ['two/falls', 'two/falls'],
  ['گاه‌شمار', 'گاه‌شمار'],
  ['دو سقوط', '"دو سقوط"'],
  ['a&b', '"a&b"'],
  ['the $5', '"the \\$5"'],
])('a hint names the command that waives its check for a unit of %s', (work, written) => {
  const { hint } = createFinding('LinksDiffer', { file: 'f' }, { work, unit: 'k7q2', en: 'a', fa: '' });
  expect(hint).toContain(`npm run align -- waive ${written} k7q2 LinksDiffer "reason"`);
});

test('a hint on a text of no unit names no command', () => {
  expect(createFinding('ArabicLetters', { file: 'f' }, { characters: 'ي' }).hint).toContain(
    'To show them on purpose: switch ArabicLetters off (docs/customising.md).',
  );
});

test('one error carries every finding', () => {
  const findings = names.slice(0, 3).map((name) => createFinding(name, { file: 'f' }, params));
  expect(new ContentError(findings).message.split('→')).toHaveLength(4);
});
