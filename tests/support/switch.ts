import type { Page } from 'playwright-core';
import { parsePlace } from '../../src/client/place.ts';

/** In CSS pixels. */
export interface SwitchMeasure {
  /** '' when the page was switched from its very top. */
  readonly unit: string;
  /** How far the twin's top was from where its source's had been. */
  readonly off: number;
  /** How far the source was from its first place after switching back. */
  readonly back: number;
}

type Tops = Record<string, number[]>;

function readTopsHere(): Tops {
  const tops: Tops = {};
  for (const block of document.querySelectorAll<HTMLElement>('article [data-unit]')) {
    tops[block.dataset.unit!] ??= [];
    tops[block.dataset.unit!]!.push(block.getBoundingClientRect().top);
  }
  return tops;
}

export const readTops = (page: Page): Promise<Tops> => page.evaluate(readTopsHere);

/** The unit that the page says it landed on, and which of its blocks the reader had left. */
export async function readLanding(page: Page): Promise<{ unit: string; back: number }> {
  await page.waitForFunction(() => history.state?.place || location.hash === '');
  const place = parsePlace((await page.evaluate(() => history.state?.place)) ?? '');
  const unit = decodeURIComponent(new URL(page.url()).hash.slice(1));
  return { unit, back: place?.back ?? 0 };
}

/** @returns tops at the very press: before it, a phone may still be laying out what is above */
export async function pressSwitch(page: Page): Promise<Tops> {
  const note = `sessionStorage.setItem('pressed', JSON.stringify((${readTopsHere})()))`;
  await page.evaluate(`addEventListener('keydown', () => ${note}, { capture: true, once: true })`);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('t')]);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
  });
  return JSON.parse(await page.evaluate(() => sessionStorage.getItem('pressed')!));
}

export async function scrollToShare(page: Page, share: number): Promise<void> {
  await page.evaluate(async (at) => {
    await document.fonts.ready;
    window.scrollTo(0, at * (document.documentElement.scrollHeight - window.innerHeight));
    // One frame for the scroll, one for the page's own answer to it.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, share);
}

export async function measureSwitch(page: Page, address: string, share: number): Promise<SwitchMeasure> {
  await page.goto(address);
  await scrollToShare(page, share);
  const before = await pressSwitch(page);
  const { unit, back: nth } = await readLanding(page);
  const there = await readTops(page);
  await pressSwitch(page);
  const again = await readTops(page);
  if (!unit) return { unit, off: 0, back: 0 };
  const stood = before[unit]![nth]!;
  return { unit, off: Math.abs(there[unit]![0]! - stood), back: Math.abs(again[unit]![nth]! - stood) };
}
