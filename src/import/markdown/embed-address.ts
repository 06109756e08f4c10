import { readEmbed } from '../../markdown/embeds.ts';

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
  ['Flourish', /(?:^|\.)(?:flourish\.studio|flo\.uri\.sh)$/],
];

/** For providers whose pages refuse to be framed. */
const PLAYERS: readonly (readonly [page: RegExp, player: (match: RegExpExecArray) => string])[] = [
  [
    /^https:\/\/(?:www\.)?aparat\.com\/v\/(\w+)/,
    ([, id]) => `https://www.aparat.com/video/video/embed/videohash/${id}/vt/frame`,
  ],
  [
    /^https:\/\/(?:www\.|m\.)?soundcloud\.com\/.+/,
    ([page]) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(page)}`,
  ],
  [
    /^https:\/\/open\.spotify\.com\/(track|album|playlist|episode|show)\/(\w+)/,
    ([, kind, id]) => `https://open.spotify.com/embed/${kind}/${id}`,
  ],
  [
    /^https:\/\/(?:(?:www\.)?dailymotion\.com\/video|dai\.ly)\/(\w+)/,
    ([, id]) => `https://geo.dailymotion.com/player.html?video=${id}`,
  ],
  [/^https:\/\/(?:www\.)?tiktok\.com\/@[^/]+\/video\/(\d+)/, ([, id]) => `https://www.tiktok.com/embed/v2/${id}`],
  [
    /^https:\/\/(?:www\.|m\.)?facebook\.com\/(?:[^/]+\/videos\/|watch).*/,
    ([page]) => `https://www.facebook.com/plugins/video.php?href=${encodeURIComponent(page)}`,
  ],
  [
    /^https:\/\/(?:www\.|m\.)?facebook\.com\/[^/]+\/(?:posts|photos)\/.*/,
    ([page]) => `https://www.facebook.com/plugins/post.php?href=${encodeURIComponent(page)}`,
  ],
  [
    /^https:\/\/(?:public\.)?flourish\.studio\/visualisation\/(\d+)/,
    ([, id]) => `https://flo.uri.sh/visualisation/${id}/embed`,
  ],
];

export interface EmbedAddress {
  readonly page: string;
  readonly provider: string;
  readonly shown?: { readonly url: string; readonly setting: string } | undefined;
}

/** @param use `frame` for the address of a player, which others may show; `page` for one that readers know */
export function readEmbedAddress(address: string, use: 'frame' | 'page'): EmbedAddress | null {
  const full = address
    .trim()
    .replace(/^\/\//, 'https://')
    .replace(/^http:/, 'https:');
  if (!URL.canParse(full) || !full.startsWith('https:')) return null;
  const url = new URL(full);
  const provider =
    PROVIDERS.find(([, host]) => host.test(url.hostname))?.[0] ?? url.hostname.replace(/^(?:www|player)\./, '');
  const page = findPage(url);
  const service = findSetting(page);
  if (service && !service.includes('.')) return { page, provider, shown: { url: page, setting: service } };
  const player = use === 'frame' ? url.href : findPlayer(page);
  const setting = player && findSetting(player);
  return { page, provider, shown: setting ? { url: player, setting } : undefined };
}

/** The public page of a player's address; else the address itself. */
function findPage(url: URL): string {
  const { hostname, pathname } = url;
  const film =
    /(?:^|\.)youtube(?:-nocookie)?\.com$/.test(hostname) && /^\/(?:embed|v|shorts)\/([\w-]{11})/.exec(pathname)?.[1];
  if (film) return `https://www.youtube.com/watch?v=${film}`;
  const short = hostname === 'youtu.be' && /^\/([\w-]{11})$/.exec(pathname)?.[1];
  if (short) return `https://www.youtube.com/watch?v=${short}`;
  const vimeo = hostname === 'player.vimeo.com' && /^\/video\/(\d+)/.exec(pathname)?.[1];
  if (vimeo) return `https://vimeo.com/${vimeo}`;
  const aparat = /^\/video\/video\/embed\/videohash\/(\w+)/.exec(pathname)?.[1];
  if (aparat && /(?:^|\.)aparat\.com$/.test(hostname)) return `https://www.aparat.com/v/${aparat}`;
  const wrapped = /(?:facebook|soundcloud)\.com$/.test(hostname) && /plugins|player/.test(url.href);
  const inner = wrapped ? (url.searchParams.get('href') ?? url.searchParams.get('url')) : null;
  return inner && URL.canParse(inner) ? inner : url.href;
}

function findPlayer(page: string): string | undefined {
  for (const [pattern, player] of PLAYERS) {
    const match = pattern.exec(page);
    if (match) return player(match);
  }
  return undefined;
}

/** The name in the setting `embeds`. */
function findSetting(address: string): string | undefined {
  const refused = readEmbed(address, []);
  if (!('problem' in refused) || refused.problem !== 'host') return undefined;
  const { setting, host } = refused;
  if ('problem' in readEmbed(address, [setting])) return undefined;
  return setting !== host || /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host) ? setting : undefined;
}

/** WordPress shows a bare address on its line as what it links to. */
export function isEmbeddable(address: string): boolean {
  if (!/^https?:\/\/\S+$/.test(address) || !URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  return pathname.length > 1 && PROVIDERS.some(([name, host]) => name !== 'Map' && host.test(hostname));
}
