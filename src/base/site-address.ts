/** http or https, perhaps with a folder, and nothing after it. */
export function isSiteAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return false;
  const { search, hash, username } = new URL(address);
  return !search && !hash && !username && !/[\s?#]/.test(address);
}
