const special = /[&<>"]/;

/** For text in an element or between double quotation marks. */
export function escapeHtml(value: string): string {
  // Most texts hold none of them, and replacing nothing costs as much as replacing something.
  if (!special.test(value)) return value;
  return value.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
}
