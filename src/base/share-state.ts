/** The dev server loads the configuration apart from the pages, so a module of both exists twice. */
export function shareState<T extends object>(name: string, make: () => T): T {
  const states = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`beyt.${name}`);
  states[key] ??= make();
  return states[key];
}
