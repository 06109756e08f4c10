import { describe, expect, it } from 'vitest';
import { proofread } from './proofread.ts';

const find = (text: string, file = 'a.md', lang: 'en' | 'fa' = 'fa') =>
  proofread(text, file, lang).map(({ name, start }) => {
    const before = text.slice(0, start).split('\n');
    return `${before.length}:${before.at(-1)!.length + 1} ${name}`;
  });

describe.each(['a.md', 'a.mdx'])('in %s', (file) => {
  it.each([
    ['**«شاهنامه»**‌ی فردوسی', '1:1 EmphasisFailed'],
    ['او گفت **مهم؟**است', '1:8 EmphasisFailed'],
    ['H~2~O و CO~2~', '1:2 MarkupForeign,1:11 MarkupForeign'],
    ['From 5~10 and 11~12 percent', '1:7 MarkupForeign'],
    ['---\ntitle: "A *starred* title"\n---\n\nText', '2:11 MarkupForeign'],
    ['---\ndescription: "A [link](./a.md) and `code`"\n---\n\nText', '2:17 MarkupForeign,2:36 MarkupForeign'],
    ['این ** متن ** است', '1:5 EmphasisFailed'],
    ['این **متن ** است', '1:5 EmphasisFailed'],
    ['کتاب*«شعر»*ها', '1:5 EmphasisFailed'],
    ['این *مهم؟*است', '1:5 EmphasisFailed'],
    ['این __مهم؟__است', '1:5 EmphasisFailed'],
    ['این ~~مهم ~~ است', '1:5 EmphasisFailed'],
    ['**باز مانده', '1:1 EmphasisFailed'],
    ['- **[پیوند](./a.md).**و متن', '1:3 EmphasisFailed'],
    ['> یک\n> **دو؟**سه', '2:3 EmphasisFailed'],
    ['| a | b |\n|---|---|\n| **دو؟**سه | x |', '3:3 EmphasisFailed'],
    ['*https://example.com/a*؟ بلی', '1:1 EmphasisFailed'],
    ['**نشانی: https://example.com/a**، سپس', '1:1 EmphasisFailed'],
    ['_مهم؟_است', '1:1 EmphasisFailed'],
    ['_https://example.com/a_، سپس', '1:1 EmphasisFailed'],
    ['۱. یک\n۲. دو', '1:1 ListTyped'],
    ['١. یک\n٢. دو', '1:1 ListTyped,1:1 ArabicLetters'],
    ['چنین است:\n• یک\n• دو', '2:1 ListTyped'],
    ['۱- یک\n۲- دو\n۳- سه', '1:1 ListTyped'],
    ['۱) یک\n۲) دو', '1:1 ListTyped'],
    ['(۱) یک\n(۲) دو', '1:1 ListTyped'],
    ['الف) یک\nب) دو', '1:1 ListTyped'],
    ['– سلام\n– سلام', '1:1 ListTyped'],
    ['۱۳۵۷. کودتا\n۱۳۶۸. خروج', '1:1 ListTyped'],
    ['✓ یک\n✓ دو', '1:1 ListTyped'],
    ['##عنوان', '1:1 HeadingFailed'],
    ['متن\n####عنوان', '2:1 HeadingFailed'],
    ['#عنوان این بخش', '1:1 HeadingFailed'],
    ['# عنوان', '1:1 HeadingFirst'],
    ['متن\n\n# عنوان\n\n# دیگری', '3:1 HeadingFirst,5:1 HeadingFirst'],
    ['این جمله پایان یافت.\n---', '1:1 HeadingUnmeant'],
    ['[a] (https://example.com)', '1:1 LinkFailed'],
    ['[a](./x y.md)', '1:1 LinkFailed'],
    ['![a](https://example.com/a b.png)', '1:1 LinkFailed'],
    ['(متن)[https://example.com]', '1:1 LinkFailed'],
    ['[متن][نشانی]', '1:1 LinkFailed'],
    ['متن[^x]', '1:4 NoteUndefined'],
    ['متن[^۱] و [^۲].\n\n[^۱]: یک', '1:11 NoteUndefined'],
    ['متن\n\n[^1]: یک', '3:1 NoteUnused'],
    ['متن[^1]\n\n[^1]: یک\n\n[^1]: دو', '5:1 NoteDoubled'],
    ['متن\\، متن', '1:4 EscapeShown'],
    ['متن\\؟', '1:4 EscapeShown'],
    ['| a | b |\n| c | d |', '1:1 TableFailed'],
    ['| a | b |\n| --- | --- |\n| c | d | e |\n| c | d | |', '3:9 CellsLost'],
    ['| a | b |\n| --- | --- |\n| c |\n| c | `d|e` | f |', '4:9 CellsLost'],
    ['> | a |\n> | --- |\n> | c | d |', '3:7 CellsLost'],
    ['این __متن __ است', '1:5 EmphasisFailed'],
    ['(الف) یک\n(ب) دو', '1:1 ListTyped'],
    ['① یک\n② دو', '1:1 ListTyped'],
    ['- [] کار\n- [ X ] کار', '1:3 MarkupForeign,2:3 MarkupForeign'],
    ['!!! note\n    متن', '1:1 MarkupForeign'],
    ['متن &#8204 متن', '1:5 MarkupForeign'],
    ['متن[^ ۱]', '1:4 NoteUndefined'],
    ['متن\n\n[1]: https://example.com/a', '3:1 DefinitionUnused'],
    ['[متن][a]\n\n[a]: https://a.b\n[A]: https://c.d', '4:1 DefinitionUnused'],
    ["متن\nimport Chart from '../Chart.astro';", '2:1 MarkupForeign'],
    ['[TOC]', '1:1 MarkupForeign'],
    ['متن [[ویکی]]', '1:5 MarkupForeign'],
    ['> [!NOTE]\n> متن', '1:3 MarkupForeign'],
    ['این ==مهم== است', '1:5 MarkupForeign'],
    ['::: warning\nمتن\n:::', '1:1 MarkupForeign,3:1 MarkupForeign'],
    ['متن &nbsp متن', '1:5 MarkupForeign'],
    ['متن &amp;nbsp; متن', '1:9 MarkupForeign'],
    ["این '''مهم''' است", '1:5 MarkupForeign'],
    ['[b]مهم[/b]', '1:1 MarkupForeign'],
    ['[caption id="a"]متن[/caption]', '1:1 MarkupForeign,1:20 MarkupForeign'],
    ['سلام :smile:', '1:6 MarkupForeign'],
    ['$$x^2$$', '1:1 MarkupForeign'],
    ['چون $x$ و $E=mc^2$، پس', '1:5 MarkupForeign,1:11 MarkupForeign'],
    ['That ($a_1$) is', '1:7 MarkupForeign'],
    ['متر m^2^ و 10^th^ است', '1:6 MarkupForeign,1:14 MarkupForeign'],
    ['این * بسیار مهم * است', '1:5 EmphasisFailed'],
    ['این * مهم *، و آن', '1:5 EmphasisFailed'],
    ['This is * very important * today', '1:9 EmphasisFailed'],
    ['متن\n\n```\nکد', '3:1 CodeOpen'],
    ['<foo>x</foo>', '1:1 MarkupUnknown'],
    ['---\ntitle: Update #2 of 3\n---\n\nText.', '2:15 FrontmatterCut'],
    ['---\ntopics:\n  - C #1\n---\n\nText.', '3:7 FrontmatterCut'],
    ['---\ntitle: &Co and friends\n---\n\nText.', '2:8 FrontmatterCut'],
    ['---\ncover: { src: ./a.png, alt: كتاب }\n---\n\nText.', '2:29 ArabicLetters'],
    ['<Figure src="./a.png" alt="كتاب" />', '1:28 ArabicLetters'],
  ])('%s', (text, found) => {
    // A capital letter begins a component in MDX; in plain Markdown, an element that no browser knows.
    const own = find(text, file).filter((one) => !(text.startsWith('<Figure') && one.endsWith('MarkupUnknown')));
    expect(new Set(own.join(',').split(','))).toEqual(new Set(found.split(',')));
  });

  it.each([
    ['**مهم** و *مهم* و __مهم__ و ~~مهم~~، **«مهم»** است'],
    ['2**3**4 and f**k and s***t and **** and 5 * 3 * 2 and A*, B* and ***'],
    ['snake__case__name and ____ and ~ and ~~'],
    ['snake_case_name and _id and _name_ and __init and fill in _____ and _ and x_1, x_2'],
    ['_مهم_ و «_مهم_» و (_مهم_)، _a b_.'],
    ['\\*\\*متن\\*\\* و `**x**`'],
    ['گفت: ۲.۵ درصد\n۳.۵ درصد'],
    ['در سال\n۱۴۰۲. بعد از آن'],
    ['در سال\n۱۴۰۲. بعد از آن و در سال\n۱۳۹۰. پیش از آن'],
    ['۱۴۰۲. بعد از آن و در سال\n۱۳۹۰. پیش از آن'],
    ['یک  \n۱. دو  \n۲. سه'.replace(/(\d)\./g, '$1')],
    ['متن – که\n– دیگر – است'],
    ['۱. تنها یک خط'],
    ['- یک\n- دو\n\n1. یک\n2. دو'],
    ['#افغانستان #کابل\n\n#هشتگ\n\n#MeToo'],
    ['متن [۱] و [۲][۳] و [sic] و (متن) [متن]'],
    ['متن[^1] و [^یادداشت].\n\n[^1]: یک\n\n[^یادداشت]: دو'],
    ['a | b\n\n|x| is the absolute value'],
    ['ساعت ۸:۳۰ و ۱۲:۱۵:۰۰ و a:b:c, price: $5 and $6'],
    ['از $5 تا $10, US$x and A$x, $HOME/$USER, a $5-$10 note, $20 and $30 for x, $x and y$z, $ a $ and \\$x\\$'],
    ['hi ^_^ and ^^ and a^b and x^2 and 2^10 and 3 ^ 2 ^ x'],
    ['a ~struck~ word and ~~two words~~, x~~2~~, ~5 and ~6'],
    ['---\ntitle: 5 * 3 * 2\ndescription: M*A*S*H [1] (2), a* and b*\n---\n\nText'],
    ['width * height * depth and 5 * x * 2 and a * b'],
    ['Home * My School * Street * Market'],
    ['خانه * مکتب * کوچه * بازار'],
    ['- یک\n\n* دو * سه\n\nA note * and no other star'],
    ['a == b and a ==b and === '],
    ['\\[TOC\\] و `[[x]]`'],
    ['[a] and ![b][c]\n\n[A]: https://a.b\n[c]: ./c.png\n\n[//]: # (a remark)'],
    ['- [ ] one\n- [x] two\n\nText [] and a[0] and [ ] and [x] too'],
    ['!important and !!! and Wow!!! note this, &#8204; and R&#8'],
    ['AT&T and R&D; &amp; &lt;b&gt; &zwnj;'],
    ['<b>x</b> <my-element>x</my-element> <svg viewBox="0 0 1 1"><path d="M0 0" /></svg>'],
    ['A fix [skip ci] (#355) and [#12] (#13)'],
    ['چرا؟\n---\n\nWhy?\n---'],
    ['عنوان\n---\n\nمتن\n\n---\n\nمتن'],
    ['```\n**x\n[^1] كتاب\n```\n\n~~~\n۱. یک\n۲. دو\n~~~'],
    [
      '---\ntitle: "Update #2 of 3"\ndescription: C#\ndate: 2026-01-01 # a day\ntopics: [C#, a] # two\n# remark\n---\n\nText.',
    ],
    ['نشانی: https://example.com/a_b__c__d/**e**?x=[[y]]'],
    ["It's '''' and rock 'n' roll"],
  ])('finds nothing in %s', (text) => expect(find(text, file)).toEqual([]));
});

it.each([
  ['[x]{dir="rtl"}', '1:4 MarkupForeign'],
  ['![a](./a.png){width=50%}', '1:14 MarkupForeign'],
  ['## عنوان {#id}', '1:10 MarkupForeign'],
  ['متن {: .wide}', '1:5 MarkupForeign'],
  ['{{< youtube x >}}', '1:1 MarkupForeign'],
  ['{% include x %}', '1:1 MarkupForeign'],
  ['<o:p/> متن', '1:1 MarkupForeign'],
  ['متن <a href="./a.md">پیوند و متن\n\nمتن دیگر', '1:5 TagAlone'],
  ['<a name="two">\n\nText', '1:1 TagAlone'],
  ['Text <b>bold\n\nand <b>bold</b>', '1:6 TagAlone'],
  ['Text bold</strong> and', '1:10 TagAlone'],
  ['<p>One <em>two</p>', '1:8 TagAlone'],
  ['<details><summary>A</summary>\n\nText\n\n## Heading', '1:1 TagAlone'],
  ['> متن\n>\n> <section>\n> متن', '3:3 TagAlone'],
  ['Text <!-- forgot\n\nText', '1:6 MarkupForeign'],
  ['A List<String> of', '1:7 MarkupUnknown'],
  ['<Figure src="./a.png" alt="a" />', '1:1 MarkupUnknown'],
  ['متن\n\n    این متن فارسی است.', '3:1 CodeUnmeant'],
  ['Text\n\n    This is a sentence that was moved in.', '3:1 CodeUnmeant'],
  ['<div dir="rtl">كتاب</div>', '1:16 ArabicLetters'],
])('in plain Markdown alone: %s', (text, found) =>
  expect(find(text).map((one) => one.replace(/^3:5/, '3:1'))).toEqual([found]),
);

it.each([
  ['Text\n\n    const a = 1;\n    return a;'],
  ['A path $\u007ba}/x_$\u007bb}'],
  ['A set {a, b} and {x} and {Function=}'],
  ['<span lang="ar">كتاب</span> و <i lang="ur">كتاب</i> متن'],
  ['<!-- كتاب **x <b> -->'],
  ['<!-- forgotten, which compiling reports\n\nText'],
  ['<a href="./a.md">\n\nText\n\n</a>\n\n`<b>` \\<b> &lt;b>'],
  ['A <b>bold</b> <i>and <b>more</b></i> <a name="two"/> <br> x<sup>2</sup>\n\n<p>One\n\n<ul><li>Two</ul>'],
  ['<pre><code>a</code></pre>\n\n| <b>a</b> | <i>b</i> |\n| --- | --- |\n| 1 | 2 |'],
])('finds nothing in plain Markdown: %s', (text) => expect(find(text)).toEqual([]));

it('finds nothing in a text that MDX cannot read: compiling reports it', () =>
  expect(find('{**x**', 'a.mdx')).toEqual([]));

it('in English, leaves the letters of others alone', () =>
  expect(find('The book كتاب and «كتاب علي».', 'a.md', 'en')).toEqual([]));

describe('characters that no font draws', () => {
  const drawn = new Set([...'abcé س'].map((character) => character.codePointAt(0)));
  const find = (text: string, lang: 'en' | 'fa' = 'en') =>
    proofread(text, 'a.md', lang, { draws: (code) => drawn.has(code) || (code > 32 && code < 127) }).map(
      ({ name, start, params }) => `${start} ${name} ${params.characters}`,
    );

  it('are named once, at the first', () => {
    expect(find('a ⏑ – b ⏑')).toEqual(['2 CharactersUndrawn ⏑ (U+23D1), – (U+2013)']);
  });

  it.each([
    ['code', '`⏑`'],
    ['emoji, half-spaces and spaces without a break', 'a 🎉 س\u200cس a\u00a0b'],
    ['a letter and its mark that are drawn as one', 'e\u0301'.normalize('NFC')],
    ['another language', '<span lang="ru">Кабул</span>'],
  ])('are not %s', (_, text) => {
    expect(find(text)).toEqual([]);
  });
});
