import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { digestBytes } from '../base/digest.ts';
import { drawIcon, icons } from '../pictures/draw-icon.ts';
import { publicFolder } from '../settings/current.ts';
import { drawing, isPublic } from '../view/site-files.ts';

const file = join(publicFolder, drawing);

/** Drawn from `public/favicon.svg`; icons that `public/` has itself are left to it. */
export function getStaticPaths() {
  if (!isPublic(drawing)) return [];
  const cacheKey = digestBytes(readFileSync(file));
  return Object.keys(icons)
    .filter((icon) => !isPublic(icon))
    .map((icon) => ({ params: { icon }, cacheKey }));
}

export const GET: APIRoute = async ({ params }) => {
  const icon = params.icon as keyof typeof icons;
  const bytes = await drawIcon(file, icon);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': icons[icon].type } });
};
