export function slugifyHeading(text: string, taken: readonly { readonly slug: string }[]): string {
  const base =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\u200c\s_-]/gu, '')
      .trim()
      .replace(/\s+/g, '-') || 'section';
  let slug = base;
  for (let n = 1; taken.some((t) => t.slug === slug); n++) slug = `${base}-${n}`;
  return slug;
}
