import { settings } from './settings/current.ts';

/** The settings that most pages ask for. `src/settings/` has them all. */
export const site = {
  name: settings.name,
  tagline: settings.tagline,
  /** Days and times without an offset are meant in this place. */
  timeZone: settings.timeZone,
  /** Works on one archive page. */
  pageSize: settings.pageSize,
  /** Works on a front page, the lead included. */
  frontSize: settings.front.size,
} as const;

/** Where the content lies, its public address, and what is shown of it: from the environment, read once at the edge. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): {
  contentDir: string;
  outDir: string;
  siteUrl: string | undefined;
  /** Whether drafts, and what waits for its time, are shown. */
  preview: boolean;
  /** The instant that the site is built for. `SOURCE_DATE_EPOCH` (in seconds) sets it, so that a build can be repeated. */
  now: Date;
} {
  const siteUrl = env.SITE_URL?.trim();
  return {
    contentDir: env.CONTENT_DIR || 'content',
    outDir: env.OUT_DIR || 'dist',
    siteUrl: siteUrl ? siteUrl.replace(/\/*$/, '/') : undefined,
    preview: env.PREVIEW === '1',
    now: env.SOURCE_DATE_EPOCH ? new Date(Number(env.SOURCE_DATE_EPOCH) * 1000) : new Date(),
  };
}
