export interface Embed {
  readonly frame: string;
  readonly kind: 'film' | 'post' | 'map' | 'page';
  readonly host: string;
}

interface Service {
  readonly kind: Embed['kind'];
  readonly hosts: RegExp;
  readonly origin: string;
  /** Path and query of the frame; undefined for other addresses of the host. */
  readonly read: (url: URL) => string | undefined;
}

const query = (values: Record<string, string | undefined>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `?${new URLSearchParams(given)}`;
};

/** `90`, `90s` or `1h2m3s`. */
function readSeconds(time: string | null): string | undefined {
  const [, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(time ?? '') ?? [];
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return total > 0 ? String(total) : undefined;
}

function readYouTube(url: URL): string | undefined {
  const [, first = '', second = ''] = url.pathname.split('/');
  const start = readSeconds(url.searchParams.get('t') ?? url.searchParams.get('start'));
  if (first === 'playlist')
    return `/embed/videoseries${query({ list: url.searchParams.get('list') ?? '', autoplay: '1' })}`;
  const id =
    url.hostname === 'youtu.be'
      ? first
      : /^(?:shorts|embed|live|v)$/.test(first)
        ? second
        : first === 'watch'
          ? (url.searchParams.get('v') ?? '')
          : '';
  return /^[\w-]{11}$/.test(id) ? `/embed/${id}${query({ start, autoplay: '1' })}` : undefined;
}

function readVimeo({ pathname }: URL): string | undefined {
  const [, id, hash] = /^\/(?:video\/)?(\d+)(?:\/(\w+))?\/?$/.exec(pathname) ?? [];
  return id && `/video/${id}${query({ dnt: '1', h: hash, autoplay: '1' })}`;
}

function readMap({ pathname, searchParams, hash }: URL): string | undefined {
  if (pathname.startsWith('/export/embed.html') && searchParams.has('bbox'))
    return `/export/embed.html?${searchParams}`;
  const [, zoom, latitude, longitude] = /^#map=(\d+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? [];
  const [marked, markedAcross] = [searchParams.get('mlat'), searchParams.get('mlon')];
  const [lat, lon] = [Number(latitude ?? marked ?? Number.NaN), Number(longitude ?? markedAcross ?? Number.NaN)];
  if (Number.isNaN(lat) || Number.isNaN(lon)) return undefined;
  // 256 pixels hold 360 degrees at zoom 0, half of that at each further zoom.
  const across = (360 / 2 ** Number(zoom ?? 14)) * (640 / 256);
  const down = across * (400 / 640) * Math.cos((lat * Math.PI) / 180);
  const box = [lon - across / 2, lat - down / 2, lon + across / 2, lat + down / 2].map((one) => one.toFixed(5));
  const marker = marked && markedAcross ? `${marked},${markedAcross}` : undefined;
  return `/export/embed.html${query({ bbox: box.join(','), layer: 'mapnik', marker })}`;
}

const services: Readonly<Record<string, Service>> = {
  youtube: {
    kind: 'film',
    hosts: /^(?:(?:www\.|m\.)?youtube\.com|youtu\.be|www\.youtube-nocookie\.com)$/,
    origin: 'https://www.youtube-nocookie.com',
    read: readYouTube,
  },
  vimeo: {
    kind: 'film',
    hosts: /^(?:www\.|player\.)?vimeo\.com$/,
    origin: 'https://player.vimeo.com',
    read: readVimeo,
  },
  x: {
    kind: 'post',
    hosts: /^(?:www\.|mobile\.)?(?:x|twitter)\.com$/,
    origin: 'https://platform.twitter.com',
    read({ pathname }) {
      const id = /^\/\w+\/status\/(\d+)/.exec(pathname)?.[1];
      return id && `/embed/Tweet.html${query({ id, dnt: 'true' })}`;
    },
  },
  telegram: {
    kind: 'post',
    hosts: /^(?:t\.me|telegram\.me)$/,
    origin: 'https://t.me',
    read({ pathname }) {
      const [, channel, post] = /^\/(?:s\/)?(\w+)\/(\d+)\/?$/.exec(pathname) ?? [];
      return channel && `/${channel}/${post}${query({ embed: '1', mode: 'tme' })}`;
    },
  },
  instagram: {
    kind: 'post',
    hosts: /^(?:www\.)?instagram\.com$/,
    origin: 'https://www.instagram.com',
    read({ pathname }) {
      const [, kind, id] = /^\/(?:[\w.]+\/)?(p|reel|tv)\/([\w-]+)/.exec(pathname) ?? [];
      return id && `/${kind}/${id}/embed/captioned/`;
    },
  },
  openstreetmap: {
    kind: 'map',
    hosts: /^(?:www\.)?openstreetmap\.org$/,
    origin: 'https://www.openstreetmap.org',
    read: readMap,
  },
};

/** Origins of the frames that the setting `embeds` allows. */
export function allowedFrames(embeds: readonly string[]): string[] {
  return [...new Set(embeds.map((name) => services[name]?.origin ?? `https://${name}`))];
}

export type EmbedProblem =
  | { readonly problem: 'address' }
  | { readonly problem: 'host'; readonly host: string; readonly setting: string }
  | { readonly problem: 'thing'; readonly service: string };

/** @param embeds the setting: services by name, and hosts */
export function readEmbed(address: string, embeds: readonly string[]): Embed | EmbedProblem {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:') return { problem: 'address' };
  const { host } = url;
  const found = Object.entries(services).find(([, { hosts }]) => hosts.test(host));
  if (found && embeds.includes(found[0])) {
    const [service, { kind, origin, read }] = found;
    const path = read(url);
    return path ? { kind, frame: origin + path, host: new URL(origin).host } : { problem: 'thing', service };
  }
  if (embeds.includes(host)) return { kind: 'page', frame: url.href, host };
  return { problem: 'host', host, setting: found?.[0] ?? host };
}
