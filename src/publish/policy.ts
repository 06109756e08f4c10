/** What a page needs beyond its own script and the styles that come later. */
export interface PolicyNeeds {
  /** Whether the page searches: the index is read by WebAssembly. */
  readonly searches: boolean;
  /** SHA-256 in base64 of each inline script that runs, exactly as it is between its tags. */
  readonly scripts?: readonly string[];
  /** The same of each inline style. */
  readonly styles?: readonly string[];
  /** Whether an inline script says what the page's addresses are relative to. */
  readonly movesBase?: boolean;
}

/**
 * The Content Security Policy of a page, for its `<meta>`: nothing but what lies beside it, no inline style or
 * script but those named by their hash, and no string becomes markup or code (Trusted Types, without any policy).
 */
export function formatPolicy(needs: PolicyNeeds): string {
  const { searches, scripts = [], styles = [], movesBase = false } = needs;
  const name = (digests: readonly string[]) => digests.map((digest) => `'sha256-${digest}'`);
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...name(scripts), ...(searches ? ["'wasm-unsafe-eval'"] : [])].join(' ')}`,
    `style-src ${["'self'", ...name(styles)].join(' ')}`,
    ...["img-src 'self'", "font-src 'self'", "connect-src 'self'", "media-src 'self'"],
    `base-uri ${movesBase ? "'self'" : "'none'"}`,
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
