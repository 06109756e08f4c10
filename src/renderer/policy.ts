import type { SourceDirective } from '../settings/outside.ts';

export interface PolicyNeeds {
  /** The index is read by WebAssembly. */
  readonly searches: boolean;
  /** SHA-256 in base64, exactly as between the tags; only scripts that run. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  readonly movesBase?: boolean;
  readonly hasManifest?: boolean;
  readonly sources?: Readonly<Partial<Record<SourceDirective, readonly string[]>>>;
  /** Where forms may send, beside the site itself. */
  readonly forms?: readonly string[];
  /** Undefined means true. */
  readonly trustedTypes?: boolean;
}

/**
 * The Content Security Policy of a page, for its `<meta>`: nothing but what is beside it and what the settings allow,
 * no inline style or script but those named by their hash, and no string becomes markup or code (Trusted Types, without
 * any policy).
 */
export function formatPolicy(needs: PolicyNeeds): string {
  const {
    searches,
    scripts = [],
    styles = [],
    movesBase = false,
    hasManifest = false,
    sources = {},
    forms = [],
    trustedTypes = true,
  } = needs;
  const name = (digests: readonly string[]) => digests.map((digest) => `'sha256-${digest}'`);
  const allow = (directive: SourceDirective, added: readonly string[] = []) =>
    `${directive} ${["'self'", ...added, ...(sources[directive] ?? [])].join(' ')}`;
  return [
    "default-src 'none'",
    allow('script-src', [...name(scripts), ...(searches ? ["'wasm-unsafe-eval'"] : [])]),
    allow('style-src', name(styles)),
    ...(['img-src', 'font-src', 'connect-src', 'media-src'] as const).map((directive) => allow(directive)),
    ...(sources['frame-src']?.length ? [`frame-src ${sources['frame-src'].join(' ')}`] : []),
    ...(hasManifest ? ["manifest-src 'self'"] : []),
    `base-uri ${movesBase ? "'self'" : "'none'"}`,
    `form-action ${["'self'", ...forms].join(' ')}`,
    ...(trustedTypes ? ["require-trusted-types-for 'script'", "trusted-types 'none'"] : []),
  ].join('; ');
}
