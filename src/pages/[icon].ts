import { existsSync, readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { digestBytes } from '../base/digest.ts';
import { drawIcon, icons } from '../pictures/draw-icon.ts';

const drawing = 'public/favicon.svg';

/** Icons for what shows no SVG, drawn from `public/favicon.svg`; those that `public/` has itself are left to it. */
export function getStaticPaths() {
  if (!existsSync(drawing)) return [];
  const cacheKey = digestBytes(readFileSync(drawing));
  return Object.keys(icons)
    .filter((icon) => !existsSync(`public/${icon}`))
    .map((icon) => ({ params: { icon }, cacheKey }));
}

export const GET: APIRoute = async ({ params }) => {
  const icon = params.icon as keyof typeof icons;
  const bytes = await drawIcon(drawing, icon);
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': icons[icon].type } });
};
