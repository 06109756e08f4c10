/** The comma between the names of a list: English or Persian. */
export const listComma = (lang: 'en' | 'fa'): string => (lang === 'fa' ? '، ' : ', ');
