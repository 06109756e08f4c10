import type { Lang } from '../../src/markdown/block.ts';

/** ⟦ ⟧ around each part that has the order of the other language. */
const persian = `
شبکهٔ ⟦5G⟧ آمد
کد ⟦2FA⟧ را بزنید
فایل ⟦C:\\Users\\me\\file.txt⟧ را باز کنید
رابطهٔ ⟦a^2+b^2=c^2⟧ درست است
نشانی ⟦https://t.me/beyt?start=1⟧ است
از ⟦10:30 AM – 12:00 PM⟧ باز است
چارچوب ⟦.NET⟧ خوب است
تلفن ⟦+93 (0)70 123 4567⟧ است
حساب ⟦@name⟧ را ببینید
برچسب ⟦#tag⟧ را بزنید
فیلم ⟦3D⟧ است
تلویزیون ⟦4K TV⟧ خرید
در ⟦20th century⟧ بود
آب ⟦H₂O⟧ است
گذار ⟦a → b⟧ ممکن است
ببینید ⟦https://example.org/a?b=c&d=1⟧ را
زبان ⟦C++⟧ را
زبان ⟦C#⟧ را
آزمون (⟦C++⟧ و ⟦C#⟧) بود
شرکت ⟦AT&T⟧ گفت.
شرکت ⟦AT&T (American Telephone & Telegraph)⟧ گفت.
هیئت تحریر الشام (⟦HTS⟧) آمد
با ⟦Hayat Tahrir al-Sham (HTS)⟧، و
در ⟦U.S.⟧ بود و ⟦Windows 10⟧، ⟦C++⟧ هم.
سرعت ⟦100 km/h⟧ بود
حافظهٔ ⟦16 GB RAM⟧ دارد
دمای ⟦37 °C⟧ است
ولتاژ ⟦220 V⟧ است
شتاب ⟦9.8 m/s²⟧ است
وزن ⟦70 kg⟧ بود
قطر ⟦3.5 mm⟧ دارد
سرعت ⟦10 Mbps⟧ است
حافظهٔ ⟦۵ GB⟧ دارد
نسخهٔ ⟦v1.2.3-beta⟧ آمد
نسخهٔ ⟦v1.2⟧ (⟦beta⟧
رایانامهٔ ⟦info@example.org⟧ است
رایانامهٔ ⟦a.b+c@mail.example.com⟧ است.
برگهٔ ⟦www.example.com/a/b⟧ را
مسیر ⟦/usr/local/bin⟧ است
مسیر ⟦~/Documents/a.txt⟧ است
مسیر ⟦../img/map.png⟧ است
مسیر ⟦\\\\server\\share⟧ است
فرمان ⟦git commit -m⟧ را
گزینهٔ ⟦--help⟧ را
گزینهٔ ⟦-v⟧ را
تابع ⟦f(x) = x² + 1⟧ است
تابع ⟦foo()⟧ را
آرایهٔ ⟦array[0]⟧ را
معادلهٔ ⟦E=mc²⟧ است
جمع ⟦1 + 1 = 2⟧ است
جمع ⟦۳ + ۴ = ۷⟧ است
ضرب ⟦۲ × ۳⟧ است
دمای ⟦-5⟧ درجه
دمای ⟦−۱۰⟧ درجه
دمای ⟦+5⟧ درجه
تلفن ⟦+93-70-123-4567⟧ است
تلفن ⟦+98 21 1234 5678⟧ است
تلفن ⟦۰۷۰ ۱۲۳ ۴۵۶۷⟧ است
تلفن ⟦(021) 1234 5678⟧ است
تلفن ⟦0700 123 456⟧ است
مبلغ ⟦1 000 000⟧ دالر
سال‌های ⟦2020–2021⟧ بود
از ⟦10:30 – 12:00⟧ باز است
سن ⟦18+⟧ سال
روز ⟦18 November 2026⟧ بود
روز ⟦Nov 18, 2026⟧ بود
بیماری ⟦COVID-19⟧ آمد
گوشی ⟦iPhone 15 Pro⟧ را
گوشی ⟦iPhone ۱۵ Pro⟧ را
سامانهٔ ⟦Windows ۱۰⟧ را
شرکت ⟦Google⟧ ۱۵ میلیون دالر داد
شرکت ⟦Google⟧ 15 میلیون دالر داد
در سال 2020 ⟦Google⟧ اعلام کرد
کتاب ⟦The Great Game⟧ را
کتاب ⟦2001: A Space Odyssey⟧ را
شهر ⟦Paris, France⟧ است
شهرهای ⟦Paris⟧، ⟦London⟧ و ⟦Rome⟧ را
گفت «⟦Hello⟧» و رفت
گفت «⟦Hello!⟧» و رفت
گفت (⟦How are you?⟧) و رفت
گفت ⟦How are you?⟧ و رفت
کتاب «⟦The Hobbit⟧» را
«⟦Hello⟧» «⟦World⟧»
سازمان (⟦HTS⟧) ⟦Google⟧ را
عبارت ⟦(a+b)c⟧ است
عبارت ⟦2(x+1)⟧ است
عبارت ⟦"Hello" world⟧ است
شرکت ⟦Apple Inc.⟧ است
شرکت ⟦Yahoo!⟧ می‌گوید
⟦PDF⟧‌ها را ببینید
فایل‌های ⟦PDF⟧ و ⟦HTML5⟧ را
⟦10km⟧ راه است
وزن ⟦۱۰kg⟧ است
استاندارد ⟦ISO 9001:2015⟧ است
سند ⟦A/RES/217(III)⟧ است
دمای ⟦20–25 °C⟧ است
دمای ⟦0 °C⟧، ⟦100 °C⟧ است
قیمت ⟦$5 USD⟧ است
تلفن ⟦Tel. +93 70 123 4567⟧ است
نشانی ⟦https://example.com/a⟧، سپس
نشانی ⟦https://example.com/a⟧؛ سپس
نشانی ⟦https://example.com/a⟧؟ سپس
نشانی «⟦https://example.com/a⟧» سپس
نشانی ⟦https://fa.wikipedia.org/wiki/کابل⟧ است
نشانی ⟦https://fa.wikipedia.org/wiki/کابل_(شهر)⟧ است
نشانی ⟦https://a.b/c⟧. سپس
نام ⟦Москва⟧ است
عدد ⟦π ≈ 3.14⟧ است
عدد ⟦π⟧ است
کلید ⟦Ctrl+C⟧ را
برچسب ⟦<div>⟧ را
برچسب ⟦<a href="x">⟧ را
مقدار ⟦x > 5⟧ است
آدرس ⟦192.168.1.1:8080/a⟧ است
نام ⟦Jean-Luc Picard⟧ است
نام ⟦O’Brien⟧ است
نام ⟦J. R. R. Tolkien⟧ است
تنها فارسی، ۱۴۰۵ (بلی) ۲۰۲۶
قیمت ۵۰٪ کم شد
سال ۱۴۰۰–۱۴۰۵ بود
روز ۱۴۰۵/۰۸/۲۷ بود
ساعت ۱۰:۳۰ بود
۱) نخست ۲) دوم
قطعنامهٔ ⟦UN S/RES/2593 (2021)⟧ بود
یک ⟦iOS⟧‌دار و یک ⟦Android⟧‌دار
مسیر ⟦File > Open > Recent⟧ را
کلیدهای ⟦Ctrl + Shift + P⟧ را
نام «⟦O’Reilly & Sons⟧» بود
آی‌پی ⟦2001:db8::1⟧ است
کتاب ⟦ISBN 978-3-16-148410-0⟧ است
متغیر ⟦$HOME⟧ و ⟦%PATH%⟧ را
ساعت ⟦8:30 PM⟧ به وقت ⟦GMT+4:30⟧ بود
او گفت: “⟦We won’t go.⟧” و رفت
ر.ک. ⟦Smith 2004: 12⟧ و بعد
⟦Karim, A. (2020). Title. Journal, 12(3), 45–67⟧. گفت
`;

const english = `
the word ⟦نیم‌فاصله⟧.
said ⟦سلام (دنیا) خوب، بلی⟧ and
«⟦سلام⟧» in ⟦۱۴۰۵⟧
the year ⟦سال 1404⟧ began
he said ⟦سلام! دنیا⟧ to us
the book ⟦کتاب [دوم] ما⟧ is
the names are ⟦مصر⟧, ⟦بحرین⟧ and ⟦کویت⟧.
asked ⟦چطوری؟⟧ and left
shouted ⟦سلام!⟧ and left
the tag ⟦#افغانستان⟧ is
the tag ⟦#کابل_جان⟧ is
the account ⟦@بیت⟧ is
the word ⟦کتاب⟧ 5 times
the word ⟦کتاب⟧ (book) is
the term (⟦کتاب⟧) is
the term (⟦کتاب!⟧) is
the pair ⟦زن، زندگی، آزادی⟧ is
the title ⟦«شاهنامه» فردوسی⟧ is
the title "⟦شاهنامه⟧" is
the range ⟦۱۴۰۰–۱۴۰۵⟧ is
the number ⟦۱۲۳⟧ is
the age ⟦۲۵ سال⟧ is
the distance ⟦10 کیلومتر⟧ is
the phrase ⟦کتاب: جلد ۲⟧ is
the phrase ⟦الف - ب⟧ is
the phrase ⟦الف/ب⟧ is
the phrase ⟦کتاب "دوم" ما⟧ is
the phrase ⟦ماده ۲ (الف)⟧ is
the phrase ⟦ماده 2 (الف) 3⟧ is
the date ⟦۲۷ عقرب ۱۴۰۵⟧ is
call +93 (0)70 123 4567 now
In 2021 ⟦طالبان⟧ took it
the place ⟦کابل⟧: a city
the place ⟦کابل⟧; a city
the place ⟦کابل⟧ – a city
the end is ⟦پایان⟧.
⟦سلام⟧ means hello
a letter (⟦ی⟧ or ⟦ک⟧)
⟦می‌رود⟧/goes
the word ⟦مسئله‌ای⟧, which
the phrase ⟦الف + ب = ج⟧ is
books: ⟦کتاب اول⟧; ⟦کتاب دوم⟧
he asked «⟦چرا؟⟧», and left
⟦3 کتاب⟧, 4 ⟦قلم⟧
`;

export interface Sentence {
  readonly lang: Lang;
  readonly marked: string;
  readonly text: string;
}

const read = (lang: Lang, table: string): Sentence[] =>
  table
    .split('\n')
    .filter(Boolean)
    .map((marked) => ({ lang, marked, text: marked.replace(/[⟦⟧]/g, '') }));

/** Isolates marked by hand. */
export const directionTable: readonly Sentence[] = [...read('fa', persian), ...read('en', english)];

export function isolateMarked({ lang, marked }: Sentence): string {
  return marked.replaceAll('⟦', lang === 'fa' ? '\u2066' : '\u2067').replaceAll('⟧', '\u2069');
}
