import type { MarkKind } from './marks.ts'

/** Where each mark stands in the usual order of Chinese outlines: one of higher rank opens under one of lower rank. */
export const rankOfMark: Readonly<Record<MarkKind, number>> = {
  part: 20,
  chinese: 40,
  chineseInBrackets: 60,
  article: 80,
  arabic: 80,
  dotted: 100,
  arabicInBrackets: 120,
  circled: 140,
  firstly: 160,
  bullet: 180,
}

/** From this rank on a mark numbers what is to be done; below it, a heading. */
export const itemRank = rankOfMark.arabic

/** The document itself holds everything. */
export const documentRank = -20
/** An unnumbered heading of a part stands beside every other heading, above even those at the top without a number. */
export const barePartRank = -18
/** A heading of level 1 to 9 in the document's own styles stands above every mark. */
export const rankOfLevel = (level: number): number => level * 2
/** An unnumbered heading stands under the heading that is open, and above the marks of the next rank. */
export const rankUnder = (rank: number): number => rank + 10
