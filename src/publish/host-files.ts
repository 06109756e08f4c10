import { encodePath } from '../content/addresses.ts';
import { locationOf, type Redirect } from '../content/redirects.ts';
import { formatPolicy, type PolicyNeeds } from '../renderer/policy.ts';

/** Adds what a `<meta>` cannot say. As wide as the widest page's policy: hosts would join a second rule to it. */
export function formatHeaders(needs: Omit<PolicyNeeds, 'searches' | 'movesBase' | 'hasManifest'>): string {
  const policy = formatPolicy({ searches: true, ...needs, movesBase: true, hasManifest: true });
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

/** A redirect where other hosts serve a page that links on. Only Netlify answers addresses with a query. */
export function formatRedirects(redirects: readonly Redirect[]): string {
  const lines = redirects.map((redirect) => {
    const [path = '', query] = redirect.from.split('?');
    const parameters = query === undefined ? '' : ` ${query.split('&').join(' ')}`;
    return `${encodePath(path)}${parameters} ${locationOf(redirect)} 301`;
  });
  return `${lines.join('\n')}\n`;
}
