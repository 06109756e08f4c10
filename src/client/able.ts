/** `findLast` came last of all that the scripts call. Older browsers are left with the pages as they come: links. */
export const isAble = 'findLast' in Array.prototype;
