/**
 * Whether this browser has what the scripts call. An older one is left with the pages as they come: links, and nothing
 * that begins and does not end. `findLast` came last of all that they need.
 */
export const isAble = 'findLast' in Array.prototype;
