/** A use of what a supported browser lacks. */
export interface Lack {
  readonly place: string;
  /** As MDN's data names it: `api.HTMLElement.popover`, `css.selectors.has`. */
  readonly feature: string;
  readonly browsers: readonly string[];
}
