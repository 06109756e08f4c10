/** A percent sign that WordPress cut in the middle is dropped. */
export function decodeSlug(text: string): string {
  const whole = text.replace(/(?:%[0-9a-f]{2})+%?[0-9a-f]?$|(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = Buffer.from([...run.matchAll(/%([0-9a-f]{2})/gi)].map(([, hex]) => Number.parseInt(hex!, 16)));
    return new TextDecoder('utf-8').decode(bytes).replace(/\ufffd+/g, '');
  });
  return whole.normalize('NFC');
}
