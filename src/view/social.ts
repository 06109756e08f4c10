import type { Lang } from '../markdown/block.ts';

/** Names that are written otherwise in Persian, or with other capitals than in the settings. */
const names: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  bluesky: { en: 'Bluesky', fa: 'بلواسکای' },
  facebook: { en: 'Facebook', fa: 'فیسبوک' },
  instagram: { en: 'Instagram', fa: 'اینستاگرام' },
  linkedin: { en: 'LinkedIn', fa: 'لینکدین' },
  mastodon: { en: 'Mastodon', fa: 'ماستودون' },
  signal: { en: 'Signal', fa: 'سیگنال' },
  soundcloud: { en: 'SoundCloud', fa: 'ساندکلاد' },
  telegram: { en: 'Telegram', fa: 'تلگرام' },
  threads: { en: 'Threads', fa: 'تردز' },
  tiktok: { en: 'TikTok', fa: 'تیک‌تاک' },
  whatsapp: { en: 'WhatsApp', fa: 'واتساپ' },
  x: { en: 'X', fa: 'اکس' },
  youtube: { en: 'YouTube', fa: 'یوتیوب' },
};

export function nameNetwork(name: string, lang: Lang): string {
  return names[name.toLowerCase()]?.[lang] ?? name;
}
