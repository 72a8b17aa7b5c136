import type { DeckLayout } from './layout.ts'
import { characterPitch, fitTitle } from './title.ts'

const left = 46
const right = 12
const pitchMin = 30
const pitchMax = 62
const slotsMin = 9
const titleSize = 15.5

/** The decks of one area on a phone, each as wide as the page, in CSS pixels; the page scrolls. */
export function layOutNarrow(titles: readonly string[], width: number): DeckLayout[] {
  const room = width - left - right
  const perRow = Math.max(1, Math.floor(room / pitchMin))
  const rows = Math.max(1, Math.ceil(titles.length / perRow))
  const each = Math.ceil(titles.length / rows)
  const pitch = Math.min(pitchMax, room / Math.max(each, Math.min(slotsMin, perRow)))
  const titleRoom = Math.max(6, ...titles.map((t) => Math.min(8, [...t].length))) * characterPitch * titleSize
  return Array.from({ length: rows }, (_, row) => {
    const from = row * each
    const to = Math.min(titles.length, from + each)
    return narrowDeck(titles, from, to, pitch, titleRoom)
  })
}

function narrowDeck(titles: readonly string[], from: number, to: number, pitch: number, room: number): DeckLayout {
  const width = (to - from) * pitch
  return {
    left,
    right: left + width,
    top: 12,
    base: 112,
    lightY: 128,
    lightR: 7.5,
    titleY: 142,
    areaY: 142 + room + 4,
    bottom: 142 + room + 8,
    monthSize: 13,
    lineWidth: 2.5,
    pitch,
    barWidth: Math.round(Math.min(pitch * 0.62, 30)),
    areas: [{ area: 0, from, to, x: left, width, nameX: left, nameSize: 0 }],
    slips: Array.from({ length: to - from }, (_, k) => ({
      area: 0,
      task: from + k,
      x: left + pitch * (k + 0.5),
      title: fitTitle(titles[from + k] ?? '', room, pitch, titleSize),
    })),
  }
}
