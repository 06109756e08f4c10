import type { Random } from '../../src/base/random.ts';
import type { Lang } from '../../src/markdown/block.ts';
import { pick, pickNumber } from './pick.ts';

export type Pair = Readonly<Record<Lang, string>>;

const pair = (en: string, fa: string): Pair => ({ en, fa });

export const places: readonly Pair[] = [
  pair('Kabul', 'کابل'),
  pair('Herat', 'هرات'),
  pair('Mazar-i-Sharif', 'مزار شریف'),
  pair('Bamyan', 'بامیان'),
  pair('Kandahar', 'قندهار'),
  pair('Jalalabad', 'جلال‌آباد'),
  pair('Faizabad', 'فیض‌آباد'),
  pair('Kunduz', 'کندز'),
  pair('Ghazni', 'غزنی'),
  pair('Maimana', 'میمنه'),
  pair('Charikar', 'چاریکار'),
  pair('Zaranj', 'زرنج'),
];

const people: readonly Pair[] = [
  pair('the head of the water board', 'رئیس ادارهٔ آب'),
  pair('a teacher at the girls’ school', 'آموزگار مکتب دخترانه'),
  pair('the council of the bazaar', 'شورای بازار'),
  pair('an engineer from the ministry', 'مهندسی از وزارت'),
  pair('the elders of the valley', 'بزرگان دره'),
  pair('a doctor at the hospital', 'داکتر شفاخانه'),
  pair('the association of weavers', 'انجمن بافندگان'),
  pair('two drivers on the northern road', 'دو رانندهٔ راه شمال'),
  pair('the keeper of the library', 'نگهبان کتابخانه'),
  pair('a farmer with four fields', 'دهقانی با چهار زمین'),
  pair('the editor of the weekly', 'سردبیر هفته‌نامه'),
  pair('a poet who had come home', 'شاعری که به خانه برگشته بود'),
];

const things: readonly Pair[] = [
  pair('the new canal', 'نهر نو'),
  pair('the price of bread', 'قیمت نان'),
  pair('the old bridge', 'پل کهنه'),
  pair('the winter road', 'راه زمستانی'),
  pair('the school roof', 'بام مکتب'),
  pair('the census', 'سرشماری'),
  pair('the almond harvest', 'حاصل بادام'),
  pair('the power line', 'خط برق'),
  pair('the museum’s collection', 'گنجینهٔ موزیم'),
  pair('the spring flood', 'سیل بهاری'),
  pair('the carpet market', 'بازار قالین'),
  pair('the mountain pass', 'گردنهٔ کوه'),
  pair('the town’s archive', 'آرشیف شهر'),
  pair('the well in the square', 'چاه میدان'),
];

const reasons: readonly Pair[] = [
  pair('because the snow came early', 'چون برف زود آمد'),
  pair('since nobody had asked before', 'زیرا پیش از آن کسی نپرسیده بود'),
  pair('although the money was not there', 'هرچند پولی در میان نبود'),
  pair('as long as the river allows it', 'تا وقتی که دریا بگذارد'),
  pair('before the schools open again', 'پیش از آن‌که مکتب‌ها باز شوند'),
  pair('after the second meeting', 'پس از نشست دوم'),
  pair('without waiting for an answer', 'بی‌آن‌که چشم‌به‌راه پاسخ بماند'),
  pair('when the caravans had left', 'وقتی کاروان‌ها رفته بودند'),
];

const digits = (n: number) => String(n).replace(/\d/g, (d) => '۰۱۲۳۴۵۶۷۸۹'[Number(d)]!);
const count = (random: Random, below: number): Pair => {
  const n = 2 + pickNumber(random, below);
  return pair(String(n), digits(n));
};

type Sentence = (random: Random) => Pair;
const sentences: readonly Sentence[] = [
  (r) => {
    const [who, what, where] = [pick(r, people), pick(r, things), pick(r, places)];
    return pair(
      `In ${where.en} ${who.en} spoke for an hour about ${what.en}.`,
      `در ${where.fa}، ${who.fa} یک ساعت دربارهٔ ${what.fa} سخن گفت.`,
    );
  },
  (r) => {
    const [what, why, n] = [pick(r, things), pick(r, reasons), count(r, 90)];
    return pair(
      `Work on ${what.en} stopped for ${n.en} days ${why.en}.`,
      `کار ${what.fa} ${n.fa} روز ایستاد، ${why.fa}.`,
    );
  },
  (r) => {
    const [from, to, n] = [pick(r, places), pick(r, places), count(r, 400)];
    return pair(
      `From ${from.en} to ${to.en} it is ${n.en} kilometres, and half of them are gravel.`,
      `از ${from.fa} تا ${to.fa} ${n.fa} کیلومتر راه است و نیم آن جغل.`,
    );
  },
  (r) => {
    const [who, other, what] = [pick(r, people), pick(r, people), pick(r, things)];
    return pair(
      `What ${who.en} wants is simple: that ${other.en} be heard when ${what.en} is decided.`,
      `خواست ${who.fa} ساده است: وقتی دربارهٔ ${what.fa} تصمیم می‌گیرند، سخن ${other.fa} هم شنیده شود.`,
    );
  },
  (r) => {
    const [what, n, where] = [pick(r, things), count(r, 60), pick(r, places)];
    return pair(
      `The report counts ${n.en} families near ${where.en} who depend on ${what.en}.`,
      `گزارش ${n.fa} خانواده را در نزدیکی ${where.fa} می‌شمارد که به ${what.fa} وابسته‌اند.`,
    );
  },
  (r) => {
    const [who, why] = [pick(r, people), pick(r, reasons)];
    return pair(
      `“We will not leave,” said ${who.en}, “and we began ${why.en}.”`,
      `${who.fa} گفت: «ما نمی‌رویم، و ${why.fa} آغاز کردیم.»`,
    );
  },
  (r) => {
    const [what, other, where] = [pick(r, things), pick(r, things), pick(r, places)];
    return pair(
      `Those who remember ${what.en} compare it with ${other.en} in ${where.en}, and shake their heads.`,
      `آنان که ${what.fa} را به یاد دارند، آن را با ${other.fa} در ${where.fa} می‌سنجند و سر تکان می‌دهند.`,
    );
  },
  (r) => {
    const [who, n, what] = [pick(r, people), count(r, 30), pick(r, things)];
    return pair(
      `It took ${who.en} ${n.en} letters to learn who had paid for ${what.en}.`,
      `${who.fa} ${n.fa} نامه نوشت تا بداند پول ${what.fa} را که داده است.`,
    );
  },
];

export function writeSentence(random: Random): Pair {
  return pick(random, sentences)(random);
}

export function writeSentences(random: Random, many: number): Pair {
  const written = Array.from({ length: many }, () => writeSentence(random));
  return pair(written.map((s) => s.en).join(' '), written.map((s) => s.fa).join(' '));
}

export function writeHeading(random: Random): Pair {
  const [what, where] = [pick(random, things), pick(random, places)];
  const en = `${what.en} of ${where.en}`;
  return pair(en[0]!.toUpperCase() + en.slice(1), `${what.fa} در ${where.fa}`);
}
