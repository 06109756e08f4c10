/** JSON as it may appear in a script element. */
export function formatJson(data: unknown): string {
  return JSON.stringify(data).replace(/</g, '\\u003c');
}
