/**
 * Each line is a family of spellings, folded, that become the first one. Words of like meaning stay apart, پوهنتون and
 * دانشگاه among them, save names that Kabul and Tehran give to the same country or month.
 */
const STEMS = `
مسول مسیول
هیات هییت
جرات جریت
نشات نشیت
مساله مسیله
سوال سیوال
شون شیون
قرایت قرات
گفتگو گفتوگو
جستجو جستوجو
شستشو شستوشو
تهران طهران
توفان طوفان
اتاق اطاق
امپراتور امپراطور
باتری باطری
بلیت بلیط
اتریش اطریش
زغال ذغال
غلتید غلطید
استبل اصطبل
تپش طپش
موسیقی موسیقا
اسماعیل اسمعیل
اسحاق اسحق
رحمان رحمن
هارون هرون
ابراهیم ابرهیم
افغانستان اوغانستان
امریکا امریکه
بریتانیا بریتانیه
ایتالیا ایتالیه
ترکمنستان ترکمانستان
تاجیکستان تاجکستان
ازبکستان ازبیکستان
قزاقستان قزاکستان
قرقیزستان قرغزستان قرغیزستان
بنگلادش بنگلهدیش بنگلدیش
نپال نیپال
ژاپن جاپان
نیویورک نیویارک
واشنگتن واشینگتن واشنگتون واشینگتون
سوید سویدن
نروژ ناروی
هلند هالند هالیند
دانمارک دنمارک
فنلاند فنلند
بلژیک بلجیم بلجیک
سوییس سویس سویتزرلند
لهستان پولند
المان جرمنی
پلیس پولیس
دکتر دکتور داکتر دوکتور
تلفن تیلفون تلفون
کامپیوتر کمپیوتر
اینترنت انترنت
دموکراسی دیموکراسی
دموکرات دیموکرات
دموکراتیک دیموکراتیک
دیپلمات دیپلومات
دیپلماسی دیپلوماسی
دیپلماتیک دیپلوماتیک
استراتژی ستراتیژی ستراتژی استراتیژی
استراتژیک ستراتیژیک ستراتژیک استراتیژیک
تکنولوژی تکنالوژی
ایدیولوژی ایدیالوژی
انرژی انرجی
اکسیژن اکسیجن اکسجن
اکادمی اکادیمی
اکادمیک اکادیمیک
کنفرانس کانفرانس
کنگره کانگرس
کمیسیون کمیشن
میلیون ملیون
میلیارد ملیارد
واکسن واکسین
ویروس وایروس
کرونا کورونا
هلیکوپتر هیلیکوپتر
استادیوم ستدیوم
استودیو ستدیو
ژورنالیست جورنالیست
ژورنالیسم جورنالیزم ژورنالیزم
تروریسم تروریزم
کمونیسم کمونیزم
سوسیالیسم سوسیالیزم
فمینیسم فمینیزم
فدرال فیدرال
ژنرال جنرال
ژانویه جنوری
فوریه فبروری
مارس مارچ
اوریل اپریل
ژوین ژون جون
ژوییه ژویه جولای
اگست اوت اگوست
سپتامبر سپتمبر
اکتبر اکتوبر
نوامبر نومبر
دسامبر دسمبر
`;

/** Compounds written as three words, as one, or with half-spaces; the joined form is last. */
const COMPOUNDS = `
گفت و گو گفتگو
جست و جو جستجو
شست و شو شستشو
پرس و جو پرسوجو
کند و کاو کندوکاو
زد و خورد زدوخورد
جنب و جوش جنبوجوش
سر و صدا سروصدا
سر و سامان سروسامان
خرید و فروش خرید-و-فروش
رفت و امد رفتوامد
گیر و دار گیرودار
حمل و نقل حملونقل
`;

const ENDING =
  /^(?:(?:ها|های|هایی|ان|ات|ین|ترین|تر|یت|یتها|یتهای|گر|گران|گرها|چی|یک)?(?:ی|یی|ای|م|ت|ش|مان|تان|شان|یم|ید|ند|اند|است)?)$/;

const lines = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

const variants = new Map<string, [variant: string, canonical: string][]>();
for (const [canonical, ...others] of lines(STEMS)) {
  for (const variant of others) {
    const key = variant.slice(0, 2);
    const list = variants.get(key) ?? [];
    list.push([variant, canonical!]);
    variants.set(key, list);
  }
}
for (const list of variants.values()) list.sort((a, b) => b[0].length - a[0].length);

/** Endings are kept: طوفان‌ها becomes توفانها. */
export function foldFamilies(word: string): string {
  for (const [variant, canonical] of variants.get(word.slice(0, 2)) ?? []) {
    if (word.startsWith(variant) && ENDING.test(word.slice(variant.length)))
      return canonical + word.slice(variant.length);
  }
  return word;
}

export interface Compound {
  readonly words: readonly string[];
  readonly joined: string;
}

const compounds = new Map<string, Compound[]>();
for (const line of lines(COMPOUNDS)) {
  const list = compounds.get(line[0]!) ?? [];
  list.push({ words: line.slice(0, -1), joined: line.at(-1)! });
  compounds.set(line[0]!, list);
}

export const PHRASES: ReadonlyMap<string, readonly Compound[]> = compounds;
