/** The newsroom's own settings. Everything else that it publishes stands in `content/`. */
export const site = {
  name: { en: 'Beyt', fa: 'بیت' },
  tagline: {
    en: 'One text in English and Persian, paragraph facing paragraph',
    fa: 'یک متن به فارسی و انگلیسی، بند در برابر بند',
  },
  /** What the page "about" says. */
  about: {
    en: 'Beyt publishes each text in English and in Persian. Every paragraph of the one faces, and leads to, its paragraph of the other. A beyt is the couplet of Persian verse: two half-lines set facing each other.',
    fa: 'بیت هر نوشته را به فارسی و انگلیسی نشر می‌کند. هر بند از این زبان روبه‌روی بند همتای خود در آن زبان می‌نشیند و به آن راه دارد. بیت در شعر فارسی دو مصراع است که برابر هم می‌آیند.',
  },
  /** Dates are formatted as they stand in this place. */
  timeZone: 'Asia/Kabul',
  /** Works on one archive page. */
  pageSize: 20,
  /** Works on a front page, the lead included. */
  frontSize: 9,
} as const;

/** Where the content lies, and the public address: from the environment, read once at the edge. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): {
  contentDir: string;
  outDir: string;
  siteUrl: string | undefined;
} {
  const siteUrl = env.SITE_URL?.trim();
  return {
    contentDir: env.CONTENT_DIR || 'content',
    outDir: env.OUT_DIR || 'dist',
    siteUrl: siteUrl ? siteUrl.replace(/\/*$/, '/') : undefined,
  };
}
