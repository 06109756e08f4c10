import { formatPolicy, type PolicyNeeds } from './policy.ts';

/**
 * `_headers`, as Cloudflare Pages and Netlify read it. What a page's `<meta>` cannot say, and the policy once more.
 * A browser obeys both, so this one is as wide as the widest page's: both hosts would join a second rule's policy to
 * the first, and the pages that search could not.
 */
export function formatHeaders(
  digest: (text: string) => string,
  inline: Pick<PolicyNeeds, 'inlineScripts' | 'inlineStyles'>,
): string {
  const policy = formatPolicy({ searches: true, ...inline, movesBase: true }, digest);
  return `# Each page narrows this policy further in its own <meta>.
/*
  Content-Security-Policy: ${policy}; frame-ancestors 'none'
  Referrer-Policy: no-referrer
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
/_beyt/*
  Cache-Control: public, max-age=31536000, immutable
/_astro/*
  Cache-Control: public, max-age=31536000, immutable
`;
}
