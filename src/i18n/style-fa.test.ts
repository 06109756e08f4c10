import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import faTexts from './fa.json' with { type: 'json' };
import rules from './style-fa.json' with { type: 'json' };

const aboutSpelling = ['nim-fasela.mdx', 'thirty-two-letters.mdx'];

/** Without code, verse and quotations, which keep the form of their source. Lines stay in place. */
function keepProse(source: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  return source
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/<(Poem|Quote)\b[\s\S]*?<\/\1>/g, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/^(?:date|updated|translationOf|original|authors|translators|topics):.*$/gm, blank);
}

/** As `line: form → right form (reason)`. */
function findBreaks(text: string): string[] {
  return rules.flatMap(({ wrong, right, why }) =>
    [...text.matchAll(new RegExp(wrong, 'gu'))].map((match) => {
      const line = text.slice(0, match.index).split('\n').length;
      return `${line}: ${match[0]} → ${right} (${why})`;
    }),
  );
}

describe('Style sheet for Persian', () => {
  test.each([
    ['اینجا', 1],
    ['این‌جا و آن‌جا', 0],
    ['نوشته‌هایشان', 1],
    ['نوشته‌های‌شان', 0],
    ['کتاب ها', 1],
    ['سال ۱۹۹۹ بود', 1],
    ['سال ۱۹۹۹ میلادی و ۱۵ اگست ۲۰۲۱', 0],
    ['هفتاد و دو ساعت', 1],
    ['خانه‌ی ما', 1],
    ['خانه‌ای', 0],
    ['یکی، دو تا', 0],
    ['جمهوری اسلامی افغانستان', 0],
  ])('%s breaks %i of its rules', (text, count) => {
    expect(findBreaks(text)).toHaveLength(count);
  });

  const ours = globSync('**/*.{md,mdx}', { cwd: 'tests/fixtures/showcase/fa' }).map((name) => `content/fa/${name}`);
  test.each(
    [...ours, 'content/people.yaml', 'content/sections.yaml'].filter(
      (file) => existsSync(file) && !aboutSpelling.some((name) => file.endsWith(name)),
    ),
  )('%s keeps to it', (file) => {
    expect(findBreaks(keepProse(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('the interface keeps to it', () => {
    expect(findBreaks(JSON.stringify(faTexts, null, 1))).toEqual([]);
  });
});
