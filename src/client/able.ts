/** `findLast` came last of all that the scripts call. Older browsers get pages without scripts. */
export const isAble = 'findLast' in Array.prototype;
