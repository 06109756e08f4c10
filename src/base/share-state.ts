/**
 * State of this process, one by name. The dev server loads the site's configuration apart from its pages, so that
 * a module of both exists twice; what they must share is here.
 */
export function shareState<T extends object>(name: string, make: () => T): T {
  const states = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`beyt.${name}`);
  states[key] ??= make();
  return states[key];
}
