declare module 'virtual:beyt/editions' {
  /** Absolute path → import of an edition that Vite compiles. */
  export const editions: Readonly<
    Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>
  >;
}
