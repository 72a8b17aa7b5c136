import { breakIntoDecks, type DeckPart } from './decks.ts'
import { characterPitch, columnShare, fitTitle, legibleSize, type TitleFit } from './title.ts'

/** What decides where things stand: titles, by area, and how long each area's numeral and name are. */
export interface WallShape {
  readonly areas: readonly { readonly name: string; readonly titles: readonly string[] }[]
}

export interface SlipPlace {
  readonly area: number
  readonly task: number
  /** Middle of the slip. */
  readonly x: number
  readonly title: TitleFit
}

export interface AreaPlace extends DeckPart {
  readonly x: number
  readonly width: number
  /** Where its name begins: over its first bar, or further left where it would run out behind its last. */
  readonly nameX: number
  readonly nameSize: number
}

/** One row of slips. Down the page: top (December), base (January), light, title, area rule, area name. */
export interface DeckLayout {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly base: number
  readonly lightY: number
  readonly lightR: number
  readonly titleY: number
  readonly areaY: number
  readonly bottom: number
  readonly monthSize: number
  readonly lineWidth: number
  readonly pitch: number
  readonly barWidth: number
  readonly areas: readonly AreaPlace[]
  readonly slips: readonly SlipPlace[]
}

export interface WallLayout {
  readonly width: number
  readonly height: number
  readonly headHeight: number
  readonly decks: readonly DeckLayout[]
}

/** The drawing is always this high; its width follows from the screen. Nothing is ever scaled to fit. */
export const wallHeight = 1080
const decksMax = 8
const foot = 14
const barShare = 0.65
const barWidthMax = 128
const pitchMax = 640
const titleSizeMax = 44
// Characters of a title for which there is room at full size.
const titleRows = 8.2
const barsShareMin = 0.33
// Between an area's numeral and its name, as a share of the size, and a little behind it.
const nameGap = 0.5
// A name shrinks as far as this before it makes its area wider than its slips.
const nameShrink = 0.55
// Between two areas, as a share of the pitch.
const gapShare = 0.55

/** Lays the wall out for a screen of `ratio` (width ÷ height), with as many decks as leave the titles largest. */
export function layOutWall(shape: WallShape, ratio: number): WallLayout {
  const tasks = shape.areas.reduce((sum, area) => sum + area.titles.length, 0)
  let best: WallLayout | undefined
  for (let decks = 1; decks <= Math.min(decksMax, Math.max(1, tasks)); decks++) {
    const tried = layOutDecks(shape, Math.round(wallHeight * ratio), decks)
    // A deck more must be worth it, for it takes from the height of the bars: a seventh in what can be read is.
    if (!best || legibility(tried) > legibility(best) * 1.15) best = tried
  }
  return best ?? layOutDecks(shape, Math.round(wallHeight * ratio), 1)
}

// Being larger than is read helps nobody; being smaller does harm. The smallest titles count as much as all together.
function legibility(layout: WallLayout): number {
  const sizes = titleSizes(layout).map((size) => Math.min(size, legibleSize))
  if (sizes.length === 0) return 0
  return Math.min(...sizes) + sizes.reduce((sum, size) => sum + size, 0) / sizes.length
}

const titleSizes = (layout: WallLayout): number[] =>
  layout.decks.flatMap((deck) => deck.slips.map((slip) => slip.title.size))

export function meanTitleSize(layout: WallLayout): number {
  const sizes = titleSizes(layout)
  return sizes.length === 0 ? 0 : sizes.reduce((sum, size) => sum + size, 0) / sizes.length
}

function layOutDecks(shape: WallShape, width: number, decks: number): WallLayout {
  const headHeight = decks === 1 ? 196 : 140
  const height = (wallHeight - headHeight - foot) / decks
  const measures = measuresOf(height)
  const rows = breakIntoDecks(
    shape.areas.map((area) => area.titles.length),
    decks,
  )
  const pitches = rows.map((parts) => pitchOf(parts, shape, width - measures.left - measures.right, measures.nameSize))
  const pitchLeast = Math.min(pitchMax, ...pitches)
  // A deck of few slips does not spread them wider than its neighbours' by much.
  const evened = pitches.map((pitch) => Math.min(pitch, pitchLeast * 1.4))
  const inOne = Math.min(pitchLeast * 0.78, measures.titleRoomMax / (6 * characterPitch))
  const inTwo = Math.min(pitchLeast * columnShare, measures.titleRoomMax / (4 * characterPitch))
  const titleSize = Math.min(titleSizeMax, Math.max(inOne, inTwo))
  // Longer titles shrink or take two columns: they must not take the bars' height.
  const roomMax = Math.min(measures.titleRoomMax, titleSize * characterPitch * titleRows)
  const room = Math.max(0, ...rows.map((parts, i) => roomUsed(shape, parts, roomMax, evened[i] ?? pitchMax, titleSize)))
  return {
    width,
    height: wallHeight,
    headHeight,
    decks: rows.map((parts, i) =>
      placeDeck(shape, parts, {
        ...measures,
        y: headHeight + i * height,
        width,
        pitch: evened[i] ?? pitchMax,
        titleSize,
        room,
      }),
    ),
  }
}

const clamp = (n: number, least: number, most: number): number => Math.min(most, Math.max(least, n))

/** The measures that follow from the height of a deck alone. */
function measuresOf(height: number) {
  const nameSize = clamp(height * 0.072, 19, 44)
  const lightR = clamp(height * 0.028, 7.5, 16)
  const pad = clamp(height * 0.022, 5, 22)
  const monthSize = 16 + height * 0.018
  const areaBand = nameSize * 1.74
  const lightBand = 2 * (lightR + pad)
  return {
    height,
    nameSize,
    lightR,
    pad,
    monthSize,
    areaBand,
    lightBand,
    left: monthSize * 4.85,
    right: 40,
    lineWidth: 3.5 + height * 0.0011,
    titleRoomMax: height * (1 - barsShareMin) - areaBand - lightBand,
  }
}

/** How far down the longest title of a deck reaches; the bars get what is left. */
function roomUsed(shape: WallShape, parts: readonly DeckPart[], roomMax: number, pitch: number, size: number): number {
  const fits = parts.flatMap((part) =>
    (shape.areas[part.area]?.titles.slice(part.from, part.to) ?? []).map((title) =>
      fitTitle(title, roomMax, pitch, size),
    ),
  )
  return Math.max(0, ...fits.map((fit) => ([...(fit.lines[0] ?? '')].length + 0.2) * characterPitch * fit.size))
}

const barWidthAt = (pitch: number): number => Math.round(Math.min(pitch * barShare, barWidthMax))

const nameWidth = (name: string, size: number): number => size * ([...name].length + nameGap)

/** An area of one task is as wide as its name, so that it does not run into the next, but never wider than this. */
const nameSlotsMax = 3

function partWidth(part: DeckPart, shape: WallShape, pitch: number, nameSize: number): number {
  const name = nameWidth(shape.areas[part.area]?.name ?? '', nameSize * nameShrink)
  return Math.max((part.to - part.from) * pitch, Math.min(name, nameSlotsMax * pitch))
}

/** The widest pitch at which the parts and the gaps between them fill `width`. */
function pitchOf(parts: readonly DeckPart[], shape: WallShape, width: number, nameSize: number): number {
  const used = (pitch: number) =>
    parts.reduce((sum, part) => sum + partWidth(part, shape, pitch, nameSize), (parts.length - 1) * pitch * gapShare)
  let [low, high] = [0, pitchMax]
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if (used(middle) <= width) low = middle
    else high = middle
  }
  return low
}

type Measures = ReturnType<typeof measuresOf>

interface DeckAsked extends Measures {
  readonly y: number
  readonly width: number
  readonly pitch: number
  readonly titleSize: number
  readonly room: number
}

function placeDeck(shape: WallShape, parts: readonly DeckPart[], asked: DeckAsked): DeckLayout {
  const { y, pitch, pad, lightR } = asked
  const areaY = y + asked.height - asked.areaBand
  const titleY = areaY - asked.room - pad * 0.4
  const lightY = titleY - pad * 0.9 - lightR
  const areas = placeAreas(shape, parts, asked)
  const last = areas.at(-1)
  return {
    left: asked.left,
    right: last ? last.x + last.width : asked.left,
    top: y,
    base: lightY - lightR - pad,
    lightY,
    lightR: Math.min(lightR, pitch * 0.36),
    titleY,
    areaY,
    bottom: y + asked.height,
    monthSize: asked.monthSize,
    lineWidth: asked.lineWidth,
    pitch,
    barWidth: barWidthAt(pitch),
    areas,
    slips: areas.flatMap((area) =>
      Array.from({ length: area.to - area.from }, (_, k) => ({
        area: area.area,
        task: area.from + k,
        x: area.x + pitch * (k + 0.5),
        title: fitTitle(shape.areas[area.area]?.titles[area.from + k] ?? '', asked.room, pitch, asked.titleSize),
      })),
    ),
  }
}

function placeAreas(shape: WallShape, parts: readonly DeckPart[], asked: DeckAsked): AreaPlace[] {
  let x = asked.left
  const places = parts.map((part) => {
    const width = partWidth(part, shape, asked.pitch, asked.nameSize)
    const name = shape.areas[part.area]?.name ?? ''
    const place = { ...part, x, width, name, nameSize: Math.min(asked.nameSize, width / ([...name].length + nameGap)) }
    x += width + asked.pitch * gapShare
    return place
  })
  // One size along a deck, unless a single narrow area would make all names small.
  const common = Math.max(asked.nameSize * 0.8, Math.min(...places.map((place) => place.nameSize)))
  const inset = (asked.pitch - barWidthAt(asked.pitch)) / 2
  return places.map(({ name, ...place }) => {
    const nameSize = Math.min(place.nameSize, common)
    const spare = Math.max(0, place.width - nameWidth(name, nameSize))
    return { ...place, nameSize, nameX: place.x + Math.min(inset, spare) }
  })
}
