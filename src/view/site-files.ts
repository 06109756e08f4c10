import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publicFolder } from '../settings/current.ts';

/** The icon that others are drawn from. */
export const drawing = 'favicon.svg';
export const shareFile = 'share.png';

/** Whether a file of `public/` is there, by its path below it. */
export const isPublic = (path: string): boolean => existsSync(join(publicFolder, path));

const isDrawn = isPublic(drawing);

/**
 * The icons that pages name: files of `public/`, and Apple's, which is drawn where it is missing. Looked for once, since
 * every page names them. Browsers that need `favicon.ico` ask for it by that name, and others would take it for the best.
 */
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
