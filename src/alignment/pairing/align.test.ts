import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockType } from '../../markdown/block.ts';
import { readSeedLexicon } from '../../works/read-seed-lexicon.ts';
import { align } from './align.ts';

function block(text: string, type: BlockType = 'p', links: readonly string[] = []): Block {
  return { type, depth: type === 'h' ? 2 : 0, text, links };
}

const REPORT = [
  ['The hospital in Kabul received 34 patients on Monday.', 'شفاخانه در کابل روز دوشنبه ۳۴ بیمار را پذیرفت.'],
  ['The minister of education spoke to teachers about schools.', 'وزیر معارف با معلمان درباره مکتب‌ها صحبت کرد.'],
  ['Farmers in Herat sold 1,200 tons of wheat this year.', 'دهقانان در هرات امسال ۱٬۲۰۰ تن گندم فروختند.'],
  ['Why did the price of bread rise so fast?', 'چرا قیمت نان چنین زود بالا رفت؟'],
  ['A strong earthquake destroyed houses in the village.', 'زلزله‌ای قوی خانه‌های قریه را ویران کرد.'],
  ['The football team won the match against India.', 'تیم فوتبال مسابقه را در برابر هند برد.'],
  ['On 15 August 2021 the government fell.', 'در ۲۴ اسد ۱۴۰۰ حکومت سقوط کرد.'],
  ['Women and girls asked for the right to study.', 'زنان و دختران حق تحصیل خواستند.'],
] as const;

const en = REPORT.map(([text]) => block(text));
const fa = REPORT.map(([, text]) => block(text));
const lexicon = readSeedLexicon();

function pair(enBlocks: readonly Block[], faBlocks: readonly Block[]): string[] {
  return align(enBlocks, faBlocks, { lexicon }).map((unit) => `${unit.en.join('+')}|${unit.fa.join('+')}`);
}

describe('align', () => {
  it('pairs texts of identical structure block by block, and is sure of it', () => {
    const units = align(en, fa, { lexicon });
    expect(units.map((unit) => [unit.en, unit.fa])).toEqual(REPORT.map((_, index) => [[index], [index]]));
    expect(Math.min(...units.map((unit) => unit.confidence))).toBeGreaterThan(0.9);
  });

  it('leaves a block alone that the other edition does not have', () => {
    expect(
      pair(
        en,
        fa.filter((_, index) => index !== 3),
      ),
    ).toEqual(['0|0', '1|1', '2|2', '3|', '4|3', '5|4', '6|5', '7|6']);
    expect(
      pair(
        en.filter((_, index) => index !== 5),
        fa,
      ),
    ).toEqual(['0|0', '1|1', '2|2', '3|3', '4|4', '|5', '5|6', '6|7']);
  });

  it('joins blocks that the other edition holds in one', () => {
    const joined = [...fa.slice(0, 2), block(`${fa[2]!.text} ${fa[3]!.text}`), ...fa.slice(4)];
    expect(pair(en, joined)).toEqual(['0|0', '1|1', '2+3|2', '4|3', '5|4', '6|5', '7|6']);
  });

  it('sees two neighbours that stand the other way round', () => {
    const swapped = [fa[0]!, fa[1]!, fa[3]!, fa[2]!, ...fa.slice(4)];
    expect(pair(en, swapped)).toEqual(['0|0', '1|1', '2|3', '3|2', '4|4', '5|5', '6|6', '7|7']);
  });

  it('sees joined blocks that stand after what follows them', () => {
    const joined = block(`${fa[2]!.text} ${fa[3]!.text}`);
    expect(pair(en, [fa[0]!, fa[1]!, fa[4]!, joined, ...fa.slice(5)])).toEqual([
      '0|0',
      '1|1',
      '2+3|3',
      '4|2',
      '5|4',
      '6|5',
      '7|6',
    ]);
  });

  it('joins a list of six items to the paragraph that says it all', () => {
    const items = en.slice(1, 7).map(({ text }) => block(text, 'li'));
    const paragraph = block(
      fa
        .slice(1, 7)
        .map(({ text }) => text)
        .join(' '),
    );
    expect(pair([en[0]!, ...items, en[7]!], [fa[0]!, paragraph, fa[7]!])).toEqual(['0|0', '1+2+3+4+5+6|1', '7|2']);
  });

  it('joins a list of twelve items to the block that holds it', () => {
    const items = Array.from({ length: 12 }, (_, k) =>
      block(REPORT[1 + (k % 6)]![0].replace(/\.$/, ` ${k + 50}.`), 'li'),
    );
    const whole = Array.from({ length: 12 }, (_, k) => REPORT[1 + (k % 6)]![1].replace(/\.$/, ` ${k + 50}.`)).join(' ');
    const ids = items.map((_, k) => k + 1).join('+');
    expect(pair([en[0]!, ...items, en[7]!], [fa[0]!, block(whole, 'li'), fa[7]!])).toEqual(['0|0', `${ids}|1`, '13|2']);
    expect(pair([en[0]!, block(items.map(({ text }) => text).join(' ')), en[7]!], [fa[0]!, ...items, fa[7]!])).toEqual([
      '0|0',
      `1|${ids}`,
      '2|13',
    ]);
  });

  it('sees a passage that moved to the end', () => {
    const moved = [...fa.slice(0, 1), ...fa.slice(4), ...fa.slice(1, 4)];
    expect(pair(en, moved)).toEqual(['0|0', '1|5', '2|6', '3|7', '4|1', '5|2', '6|3', '7|4']);
  });

  it('takes a name from the glossary where nothing else tells two blocks apart', () => {
    const names = { en: ['Zuxqor'], fa: ['میهپاد'] };
    const enBlocks = [block('Zuxqor wept.'), block('Zuxqor!', 'li')];
    const faBlocks = [block('گریست.'), block('میهپاد گریست.')];
    const withGlossary = align(enBlocks.slice(0, 1), faBlocks, { glossary: [names] });
    expect(withGlossary.find((unit) => unit.en.length > 0)?.fa).toContain(1);
  });

  it('pairs a date across calendars', () => {
    const dates = ['3 May 2020', '9 May 2020', '21 June 2020'].map((date) => block(date, 'li'));
    const persian = ['۲۰ ثور ۱۳۹۹', '۱ سرطان ۱۳۹۹'].map((date) => block(date, 'li'));
    expect(align(dates, persian).filter((unit) => unit.en.length > 0 && unit.fa.length > 0)).toMatchObject([
      { en: [1], fa: [0] },
      { en: [2], fa: [1] },
    ]);
  });

  it('takes structure for a hint, never for a wall', () => {
    const enBlocks = [block('The hospital in Kabul', 'h'), ...en.slice(1, 4)];
    const faBlocks = [block('شفاخانه در کابل', 'p'), ...fa.slice(1, 4)];
    expect(pair(enBlocks, faBlocks)).toEqual(['0|0', '1|1', '2|2', '3|3']);
  });

  it('handles documents without blocks', () => {
    expect(align([], [])).toEqual([]);
    expect(pair(en.slice(0, 2), [])).toEqual(['0|', '1|']);
    expect(pair([], fa.slice(0, 2))).toEqual(['|0', '|1']);
  });

  it('does not grow with the square of the length', () => {
    const repeat = (blocks: readonly Block[], count: number): Block[] =>
      Array.from({ length: count }, (_, k) => ({ ...blocks[k % 8]!, text: `${blocks[k % 8]!.text} ${k}` }));
    const time = (count: number): number => {
      const start = process.cpuUsage();
      align(repeat(en, count), repeat(fa, count), { lexicon });
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    time(200);
    // Ten times the blocks: a quadratic search would take a hundred times as long.
    expect(time(2000) / time(200)).toBeLessThan(40);
  }, 60_000);
});

const arbitraryBlock = fc.record({
  type: fc.constantFrom<BlockType>('p', 'h', 'li', 'quote', 'code', 'img', 'jsx', 'fn'),
  depth: fc.integer({ min: 0, max: 3 }),
  text: fc.oneof(
    fc.constantFrom(...REPORT.flat(), '', ' ', '\u200c', '[a](b', '<div', '1', '۱', '«', '?'),
    fc.string({ maxLength: 40 }),
  ),
  links: fc.array(fc.constantFrom('https://example.org/', '/en/a', '#'), { maxLength: 2 }),
});
const arbitraryBlocks = fc.array(arbitraryBlock, { maxLength: 14 });

describe('align, for any two lists of blocks', () => {
  it('puts every block into exactly one unit, blocks and units in order', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryBlocks, (enBlocks, faBlocks) => {
        const units = align(enBlocks, faBlocks, { lexicon });
        const enOrder = units.flatMap((unit) => unit.en);
        expect([...enOrder].sort((a, b) => a - b)).toEqual(enBlocks.map((_, index) => index));
        expect(units.flatMap((unit) => unit.fa).sort((a, b) => a - b)).toEqual(faBlocks.map((_, index) => index));
        const firsts = units.filter((unit) => unit.en.length > 0).map((unit) => unit.en[0]!);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
        for (const unit of units) {
          expect(unit.en.length + unit.fa.length).toBeGreaterThan(0);
          expect([...unit.fa]).toEqual([...unit.fa].sort((a, b) => a - b));
          expect(unit.confidence).toBeGreaterThanOrEqual(0);
          expect(unit.confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same units each time, and changes nothing it was given', () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryBlocks, (enBlocks, faBlocks) => {
        const before = JSON.stringify([enBlocks, faBlocks]);
        const once = align(enBlocks, faBlocks, { lexicon });
        expect(align(enBlocks, faBlocks, { lexicon })).toEqual(once);
        expect(JSON.stringify([enBlocks, faBlocks])).toBe(before);
      }),
      { numRuns: 100 },
    );
  });

  it('pairs any selection of the report with the same selection one to one', () => {
    fc.assert(
      fc.property(fc.subarray(REPORT.map((_, index) => index)), (kept) => {
        expect(
          pair(
            kept.map((k) => en[k]!),
            kept.map((k) => fa[k]!),
          ),
        ).toEqual(kept.map((_, index) => `${index}|${index}`));
      }),
      { numRuns: 100 },
    );
  });
});
