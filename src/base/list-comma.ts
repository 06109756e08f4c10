export const listComma = (lang: 'en' | 'fa'): string => (lang === 'fa' ? '، ' : ', ');
