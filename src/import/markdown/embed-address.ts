/** Pages that publishers embed, and how their players name them. */
const PROVIDERS: readonly (readonly [name: string, host: RegExp])[] = [
  ['YouTube', /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/],
  ['Vimeo', /(?:^|\.)vimeo\.com$/],
  ['Aparat', /(?:^|\.)aparat\.com$/],
  ['SoundCloud', /(?:^|\.)soundcloud\.com$/],
  ['Spotify', /(?:^|\.)spotify\.com$/],
  ['Castbox', /(?:^|\.)castbox\.fm$/],
  ['X', /(?:^|\.)(?:twitter|x)\.com$/],
  ['Facebook', /(?:^|\.)(?:facebook\.com|fb\.watch)$/],
  ['Instagram', /(?:^|\.)instagram\.com$/],
  ['Telegram', /(?:^|\.)(?:t\.me|telegram\.me)$/],
  ['TikTok', /(?:^|\.)tiktok\.com$/],
  ['Dailymotion', /(?:^|\.)(?:dailymotion\.com|dai\.ly)$/],
  ['Map', /(?:^|\.)(?:openstreetmap\.org|google\.\w+)$/],
  ['Datawrapper', /(?:^|\.)(?:datawrapper\.de|dwcdn\.net)$/],
  ['Flourish', /(?:^|\.)flourish\.studio$/],
];

export interface EmbedAddress {
  readonly url: string;
  /** Who shows it. */
  readonly provider: string;
}

/** The public page behind the address of a player; other addresses with `https:` where they have no scheme. */
export function readEmbedAddress(address: string): EmbedAddress | null {
  const full = address.trim().replace(/^\/\//, 'https://');
  if (!URL.canParse(full) || !/^https?:/.test(full)) return null;
  const url = new URL(full);
  const known = PROVIDERS.find(([, host]) => host.test(url.hostname))?.[0];
  const path = url.pathname;
  const video =
    known === 'YouTube' && (/^\/(?:embed|v|shorts)\/([\w-]{6,})/.exec(path)?.[1] ?? /^\/([\w-]{6,})$/.exec(path)?.[1]);
  if (video && video !== 'watch') return { url: `https://www.youtube.com/watch?v=${video}`, provider: 'YouTube' };
  const vimeo = url.hostname === 'player.vimeo.com' && /^\/video\/(\d+)/.exec(path)?.[1];
  if (vimeo) return { url: `https://vimeo.com/${vimeo}`, provider: 'Vimeo' };
  const wrapped = /(?:facebook|soundcloud)\.com$/.test(url.hostname) && /plugins|player/.test(full);
  const inner = wrapped ? (url.searchParams.get('href') ?? url.searchParams.get('url')) : null;
  if (inner && URL.canParse(inner)) return { url: inner, provider: known! };
  return { url: url.href.replace(/^http:/, 'https:'), provider: known ?? url.hostname.replace(/^www\./, '') };
}

/** Whether a bare address on a line of its own is shown as what it leads to, as WordPress does it. */
export function isEmbeddable(address: string): boolean {
  if (!/^https?:\/\/\S+$/.test(address) || !URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  return pathname.length > 1 && PROVIDERS.some(([name, host]) => name !== 'Map' && host.test(hostname));
}
