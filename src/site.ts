import { isSiteAddress } from './base/site-address.ts';
import { RefusalError } from './errors.ts';
import { settings } from './settings/current.ts';

/** The settings that most pages ask for. `src/settings/` has them all. */
export const site = {
  name: settings.name,
  tagline: settings.tagline,
  /** Days and times without an offset are meant in this place. */
  timeZone: settings.timeZone,
  pageSize: settings.pageSize,
} as const;

/** @throws RefusalError where it is not an address that a site can have */
function readSiteUrl(variable: string | undefined): string | undefined {
  const address = variable?.trim();
  if (!address) return undefined;
  if (!isSiteAddress(address))
    throw new RefusalError(
      `SITE_URL is "${address}", which is not a public address: set it to one such as https://news.example.org/.`,
    );
  return address.replace(/\/*$/, '/');
}

/** @throws RefusalError where it is not a number of seconds */
function readNow(variable: string | undefined): Date {
  if (!variable) return new Date();
  if (!/^\d{1,11}$/.test(variable))
    throw new RefusalError(`SOURCE_DATE_EPOCH is "${variable}": set it to seconds since 1970, such as 1767225600.`);
  return new Date(Number(variable) * 1000);
}

/** Where the content is, its address, what is shown: read once, at the edge. @throws RefusalError on a wrong value */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): {
  contentDir: string;
  outDir: string;
  siteUrl: string | undefined;
  /** Whether drafts, and what waits for its time, are shown. */
  preview: boolean;
  /** The instant that the site is built for. `SOURCE_DATE_EPOCH` (in seconds) sets it, so that a build can be repeated. */
  now: Date;
} {
  return {
    contentDir: env.CONTENT_DIR || 'content',
    outDir: env.OUT_DIR || 'dist',
    siteUrl: readSiteUrl(env.SITE_URL),
    preview: env.PREVIEW === '1',
    now: readNow(env.SOURCE_DATE_EPOCH),
  };
}

let known: ReturnType<typeof readEnvironment> | undefined;

/** The same for pages, of which thousands ask: read once by a process or thread. */
export function openEnvironment(): ReturnType<typeof readEnvironment> {
  known ??= readEnvironment();
  return known;
}
