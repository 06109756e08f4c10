/** Indices into the two block lists. */
export interface IndexUnit {
  readonly en: readonly number[];
  readonly fa: readonly number[];
}

export interface JudgedUnit {
  readonly confidence: number;
  readonly right: boolean;
  /** Not right, but every link in it is: gold joins it with its neighbours. */
  readonly finer: boolean;
}

export interface Score {
  readonly documents: number;
  readonly perfect: number;
  readonly linksRight: number;
  readonly linksFound: number;
  readonly linksGold: number;
  readonly unitsRight: number;
  readonly unitsFound: number;
  readonly unitsGold: number;
  readonly judged: readonly JudgedUnit[];
}

export const NO_SCORE: Score = {
  documents: 0,
  perfect: 0,
  linksRight: 0,
  linksFound: 0,
  linksGold: 0,
  unitsRight: 0,
  unitsFound: 0,
  unitsGold: 0,
  judged: [],
};

/** Links are all (English, Persian) pairs inside a unit. A unit is right when gold has the same two sides. */
export function scoreDocument(
  found: readonly (IndexUnit & { readonly confidence: number })[],
  gold: readonly IndexUnit[],
  keepsLink: (en: number, fa: number) => boolean = () => true,
): Score {
  const goldLinks = listLinks(gold, keepsLink);
  const foundLinks = listLinks(found, keepsLink);
  const allGoldLinks = listLinks(gold, () => true);
  const linksRight = [...foundLinks].filter((link) => goldLinks.has(link)).length;
  const goldUnits = new Set(gold.map(nameUnit));
  const judged = found.map((unit): JudgedUnit => {
    const right = goldUnits.has(nameUnit(unit));
    const links = [...listLinks([unit], () => true)];
    const finer = !right && links.length > 0 && links.every((link) => allGoldLinks.has(link));
    return { confidence: unit.confidence, right, finer };
  });
  const unitsRight = judged.filter((unit) => unit.right).length;
  return {
    documents: 1,
    perfect: linksRight === goldLinks.size && linksRight === foundLinks.size ? 1 : 0,
    linksRight,
    linksFound: foundLinks.size,
    linksGold: goldLinks.size,
    unitsRight,
    unitsFound: found.length,
    unitsGold: gold.length,
    judged,
  };
}

export function addScores(a: Score, b: Score): Score {
  return {
    documents: a.documents + b.documents,
    perfect: a.perfect + b.perfect,
    linksRight: a.linksRight + b.linksRight,
    linksFound: a.linksFound + b.linksFound,
    linksGold: a.linksGold + b.linksGold,
    unitsRight: a.unitsRight + b.unitsRight,
    unitsFound: a.unitsFound + b.unitsFound,
    unitsGold: a.unitsGold + b.unitsGold,
    judged: [...a.judged, ...b.judged],
  };
}

/** Harmonic mean, 0–1; 1 when there was nothing to find and nothing was found. */
export function f1(right: number, found: number, gold: number): number {
  return found + gold === 0 ? 1 : (2 * right) / (found + gold);
}

function listLinks(units: readonly IndexUnit[], keepsLink: (en: number, fa: number) => boolean): Set<string> {
  const links = new Set<string>();
  for (const { en, fa } of units) {
    for (const i of en) for (const j of fa) if (keepsLink(i, j)) links.add(`${i} ${j}`);
  }
  return links;
}

function nameUnit({ en, fa }: IndexUnit): string {
  return `${[...en].sort((a, b) => a - b)}|${[...fa].sort((a, b) => a - b)}`;
}
