import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publicFolder } from '../settings/current.ts';

export const drawing = 'favicon.svg';
export const shareFile = 'share.png';

export const isPublic = (path: string): boolean => existsSync(join(publicFolder, path));

const isDrawn = isPublic(drawing);

/** Browsers that need `favicon.ico` ask for it by that name, and others would prefer it. */
export const siteIcons = [
  { path: drawing, rel: 'icon', type: 'image/svg+xml', isThere: isDrawn },
  { path: 'favicon.png', rel: 'icon', type: 'image/png', isThere: isPublic('favicon.png') },
  { path: 'favicon.ico', rel: 'icon', type: 'image/x-icon', isThere: !isDrawn && isPublic('favicon.ico') },
  {
    path: 'apple-touch-icon.png',
    rel: 'apple-touch-icon',
    type: undefined,
    isThere: isDrawn || isPublic('apple-touch-icon.png'),
  },
].filter(({ isThere }) => isThere);
export const hasShareFile = isPublic(shareFile);
