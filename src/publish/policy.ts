/** What a page needs beyond its own script and the styles that come later. */
export interface PolicyNeeds {
  /** Whether the page searches: the index is read by WebAssembly. */
  readonly searches: boolean;
  /** The text of each inline script that runs, exactly as it stands between its tags. */
  readonly inlineScripts?: readonly string[];
  /** The text of each inline style, likewise. */
  readonly inlineStyles?: readonly string[];
  /** Whether an inline script says what the page's addresses are relative to. */
  readonly movesBase?: boolean;
}

/**
 * The Content Security Policy of a page, for its `<meta>`: nothing but what lies beside it, no inline style or
 * script but those named by their hash, and no string becomes markup or code (Trusted Types, without any policy).
 * @param digest SHA-256 in base64; passed in so that this stays free of Node
 */
export function formatPolicy(needs: PolicyNeeds, digest: (text: string) => string): string {
  const { searches, inlineScripts = [], inlineStyles = [], movesBase = false } = needs;
  const name = (texts: readonly string[]) => texts.map((text) => `'sha256-${digest(text)}'`);
  const scripts = ["'self'", ...name(inlineScripts), ...(searches ? ["'wasm-unsafe-eval'"] : [])];
  const styles = ["'self'", ...name(inlineStyles)];
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    `style-src ${styles.join(' ')}`,
    ...["img-src 'self'", "font-src 'self'", "connect-src 'self'", "media-src 'self'"],
    `base-uri ${movesBase ? "'self'" : "'none'"}`,
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
