import type { Lang } from './block.ts';

export const rtlLetter = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
export const letter = /\p{L}/u;
export const mark = /[\p{M}\u0640\u200c\u200d]/u;
export const easternDigit = /[\u0660-\u0669\u06f0-\u06f9]/;
export const digits = String.raw`[\d\u0660-\u0669\u06f0-\u06f9]`;
export const number = String.raw`${digits}(?:[\d\u0660-\u0669\u06f0-\u06f9.,:/٫٬\u00a0]*${digits})?[\u00b2\u00b3\u00b9\u2070-\u2089]*`;

/** Finds a little too much, and spares most texts the longer search. */
export const quick: Readonly<Record<Lang, RegExp>> = {
  fa: /[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u02e4\u0370-\u058f\u0900-\u1fff\u2071-\u209c\u2100-\u2188\u2c00-\u2dff\u2e80-\ua7ff\ua800-\uabff\uf900-\ufaff\ufb00-\ufb1c\uff21-\uffdc\ud800-\udbff]|[+\-−~<>≤≥≈=×÷^*(] ?[\d\u0660-\u0669\u06f0-\u06f9]|[\d\u06f0-\u06f9)][+ \-–—][\d\u06f0-\u06f9(–—-]|\d\+/,
  en: /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/,
};

/** Numbers that plain text takes apart, though both languages write them from left to right. */
export const numeric = new RegExp(
  [
    // Telephone numbers: groups of digits behind a plus, a zero or a code in brackets.
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])(?:\+|00)${digits}{1,4}(?:[\s\u00a0./-]?\(${digits}{1,4}\)|[\s\u00a0./-]?${digits}{1,8}){1,7}`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])\(${digits}{2,5}\)[\s\u00a0-]?${digits}{2,8}(?:[\s\u00a0-]${digits}{2,8})*`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])[0۰]${digits}{1,4}(?:[\s\u00a0-]${digits}{2,8}){1,5}`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9.,])${digits}{1,3}(?:[ \u2009]${digits}{3})+(?!${digits})`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9.,])${digits}{4}(?: ${digits}{4}){2,}`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])[-−+(]*${number}[)%]*(?:\s?[+−×÷*=<>≤≥≈≠^·]+\s?[-−+(]*${number}[)%]*|\s-\s${number}(?=\s?=)|-${number}(?=\s?=))+`,
    String.raw`(?<![\p{L}\p{M}\d\u06f0-\u06f9)\]».,:/-])[-−+~≈<>≤≥]+${number}[%٪°]?`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9+−-])\d[\d.,]*\+(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d\u06f0-\u06f9])[$€£¥]?\d(?:[\d.,:/]*\d)?[%°]?(?:\s?[–—]\s?|\s-\s)[$€£¥]?\d(?:[\d.,:/]*\d)?[%°]?`,
  ].join('|'),
  'gu',
);

export const technical =
  /(?<![\p{L}\d])[A-Za-z]:\\[^\s«»،؛؟"<>|\u2029]*|(?<![\p{L}\d/.])(?:~|\.{1,2})?(?:\/?[\w.-]+)?(?:\/[\w\p{L}\p{M}\u200c.()-]+)+\.[A-Za-z]\w{0,4}\b|<\/?[A-Za-z][^<>\u2029]*>/gu;

export const latinUnit =
  /^(?:(?:[kKMGTPmµnpcdhz]?(?:m|g|s|B|b|W|V|A|Hz|J|N|Pa|L|l|bps|Wh|Ah|Ω|mol|bar|cal|eV|bit|byte|iB)|kn|mph|mi|ft|in|lb|lbs|oz|px|pt|em|rem|min|h|hr|hrs|AM|PM|am|pm|a\.m|p\.m|dpi|fps|rpm|dB|ppm|USD|EUR|AFN|GBP|IRR|PKR|INR|bn|Mbit|Gbit|Kbit|MP|K|C|F|Jan\w*|Feb\w*|Mar(?:ch)?|Apr\w*|May|June?|July?|Aug\w*|Sep\w*|Oct\w*|Nov\w*|Dec\w*)(?:[²³]|\/(?:s|h|m|min|km|kg|l|L|day)[²³]?)?(?![\p{L}\p{M}])|[°Ω℃℉])/u;
export const persianCount =
  /^(?:کیلو|متر|سانتی|میلی|گرم|لیتر|لیت|درصد|فیصد|درجه|دالر|دلار|افغانی|تومان|ریال|روپیه|یورو|ساعت|دقیقه|ثانیه|روز|هفته|ماه|سال|قرن|نفر|تن|بار|مرتبه|عدد|دانه|هزار|صد|میلیون|ملیون|میلیارد|ملیارد|تریلیون|کشور|شهر|ولایت|زن|مرد|کودک|کتاب|مقاله|صفحه|مورد|شرکت|کارمند|دستگاه|قرارداد)/u;
export const englishCount =
  /^(?:times?|people|percent|per cent|million|billion|thousand|hundred|men|women|children)\b|^(?!was\b|this\b|does\b|thus\b|plus\b|means\b|has\b)\p{Ll}{3,}s(?!\p{L})/u;
/** After these a number belongs to the sentence, not to the foreign word that comes next. */
export const numberedBefore =
  /(?:^|[^\p{L}\p{M}\u200c])(?:سال|سال‌های|شماره|شمارهٔ|شماره‌ی|صفحه|صفحهٔ|بند|ماده|مادهٔ|فصل|بخش|قرن|سده|روز|ماه|ساعت|جنوری|فبروری|مارچ|اپریل|می|جون|جولای|آگست|اگست|سپتمبر|اکتوبر|نومبر|دسمبر|ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر|حمل|ثور|جوزا|سرطان|اسد|سنبله|میزان|عقرب|قوس|جدی|دلو|حوت) $/u;
export const yearBefore = /(?:^|[^\p{L}\p{M}\u200c])(?:در|از|تا|به|و|پس از|پیش از|بعد از|قبل از) $/u;
export const questionWord =
  /^(?:who|whom|whose|what|why|how|when|where|which|is|are|am|was|were|do|does|did|can|could|will|would|shall|should|may|has|have|had|quo)\b/i;
export const abbreviation =
  /(?:(?:^|[^\p{L}])(?:\p{L}\.)+\p{L}|(?:^|[^\p{L}])(?:Inc|Ltd|Corp|Bros|Jr|Sr|etc|a\.m|p\.m|et al|Ph\.D))$/u;

export const openers = '([{«“‘‹';
export const closers = ')]}»”’›';
