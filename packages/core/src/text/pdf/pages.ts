/** Words printed in one go on a page of a PDF. Lengths are in points, from the lower left corner of the page. */
export interface PlacedRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of the type. */
  readonly size: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly PlacedRun[]
}

/** A line as printed: its words left to right, columns parted by TAB, spaces only between words of letters. */
export interface PrintedLine {
  readonly text: string
  /** From 1. */
  readonly page: number
  /** Which line of its page, from 0. */
  readonly nth: number
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}
