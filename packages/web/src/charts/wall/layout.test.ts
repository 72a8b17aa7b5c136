import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DeckLayout, layOutWall, meanTitleSize, type WallShape, wallHeight } from './layout.ts'
import { layOutNarrow } from './layout-narrow.ts'

const shapeOf = (counts: readonly number[], titleLength = 6): WallShape => ({
  areas: counts.map((n) => ({ name: '产业载体', titles: Array.from({ length: n }, () => '题'.repeat(titleLength)) })),
})

/** 8 areas, 62 tasks and 8 missing: the shape of the first report. */
const report = shapeOf([6, 5, 5, 10, 10, 10, 13, 11])

test.each([
  ['a meeting-room screen', 16 / 9, report, 2],
  ['a double-width LED wall', 32 / 9, report, 1],
  ['A3 paper', 420 / 297, report, 2],
  ['one area of five tasks', 16 / 9, shapeOf([5]), 1],
  ['fifteen areas of ten tasks', 16 / 9, shapeOf(Array(15).fill(10)), 3],
  ['one area of 150 tasks', 16 / 9, shapeOf([150]), 3],
] as const)('%s: so many decks', (_name, ratio, shape, decks) => {
  expect(layOutWall(shape, ratio).decks).toHaveLength(decks)
})

test('text on the wall keeps the size that is read at five metres', () => {
  expect(meanTitleSize(layOutWall(report, 16 / 9))).toBeGreaterThanOrEqual(28)
  expect(meanTitleSize(layOutWall(report, 32 / 9))).toBeGreaterThanOrEqual(35)
})

test('the decks of the report break between areas five and six', () => {
  expect(layOutWall(report, 16 / 9).decks.map((deck) => deck.slips.length)).toEqual([36, 34])
})

test('long area names and missing titles do not crush the slips', () => {
  const counts = [6, 5, 5, 10, 10, 10, 13, 3]
  const shape: WallShape = {
    areas: counts.map((n) => ({ name: '一抢机遇谋合作', titles: Array.from({ length: n }, () => '打通会展交通堵点') })),
  }
  const missing = { name: '八抓党建强队伍', titles: Array.from({ length: 8 }, () => '') }
  const layout = layOutWall({ areas: [...shape.areas, missing] }, 420 / 297)
  expect(layout.decks).toHaveLength(2)
  for (const deck of layout.decks) expect(deck.pitch).toBeGreaterThan(30)
})

test('an area broken over two decks keeps the order of its tasks', () => {
  const tasks = layOutWall(shapeOf([150]), 16 / 9).decks.flatMap((deck) => deck.slips.map((slip) => slip.task))
  expect(tasks).toEqual(Array.from({ length: 150 }, (_, i) => i))
})

const shapes = fc
  .array(
    fc.record({
      tasks: fc.integer({ min: 1, max: 60 }),
      title: fc.integer({ min: 0, max: 12 }),
      name: fc.integer({ min: 2, max: 12 }),
    }),
    {
      minLength: 1,
      maxLength: 15,
    },
  )
  .map((areas) => ({
    areas: areas.map((area) => ({
      name: '方'.repeat(area.name),
      titles: Array.from({ length: area.tasks }, (_, i) => '题'.repeat((area.title + i) % 13)),
    })),
  }))
  .filter((shape) => {
    const tasks = shape.areas.reduce((sum, area) => sum + area.titles.length, 0)
    return tasks >= 2 && tasks <= 150
  })

const ratios = fc.constantFrom(1.2, 420 / 297, 1.5, 16 / 9, 21 / 9, 32 / 9, 5)

test('nothing leaves the sheet, nothing overlaps, everything is there', () => {
  fc.assert(
    fc.property(shapes, ratios, (shape, ratio) => {
      const layout = layOutWall(shape, ratio)
      const shown = layout.decks.flatMap((deck) => deck.slips.map((slip) => `${slip.area}/${slip.task}`))
      const held = shape.areas.flatMap((area, a) => area.titles.map((_, t) => `${a}/${t}`))
      expect(shown).toEqual(held)
      layout.decks.forEach((deck, i) => {
        standsInOrder(deck, i === 0 ? layout.headHeight : (layout.decks[i - 1]?.bottom ?? 0))
        expect(deck.right).toBeLessThanOrEqual(layout.width)
        expect(deck.bottom).toBeLessThanOrEqual(wallHeight)
        keepsApart(deck)
        namesEnd(deck, shape)
        expect(deck.pitch).toBeGreaterThanOrEqual(15)
        for (const slip of deck.slips) expect(slip.title.size).toBeGreaterThanOrEqual(7)
      })
    }),
    { numRuns: 300 },
  )
})

test('on a phone every row fits the page and every title its slip', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(320, 390, 430, 680),
      (lengths, width) => {
        const titles = lengths.map((n) => '题'.repeat(n))
        const decks = layOutNarrow(titles, width)
        expect(decks.flatMap((deck) => deck.slips.map((slip) => slip.task))).toEqual(lengths.map((_, i) => i))
        for (const deck of decks) {
          expect(deck.right).toBeLessThanOrEqual(width)
          expect(deck.pitch).toBeGreaterThanOrEqual(24)
          standsInOrder(deck, 0)
          keepsApart(deck)
        }
      },
    ),
  )
})

function namesEnd(deck: DeckLayout, shape: WallShape) {
  for (const area of deck.areas) {
    const characters = [...(shape.areas[area.area]?.name ?? '')].length
    expect(area.nameX).toBeGreaterThanOrEqual(area.x)
    expect(area.nameX + characters * area.nameSize).toBeLessThanOrEqual(area.x + area.width + 1e-6)
  }
}

function standsInOrder(deck: DeckLayout, above: number) {
  const down = [
    above,
    deck.top,
    deck.base,
    deck.lightY - deck.lightR,
    deck.lightY + deck.lightR,
    deck.titleY,
    deck.areaY,
  ]
  for (let i = 1; i < down.length; i++) expect(down[i]).toBeGreaterThanOrEqual((down[i - 1] ?? 0) - 1e-6)
  expect(deck.base - deck.top).toBeGreaterThan((deck.bottom - deck.top) * 0.3)
}

function keepsApart(deck: DeckLayout) {
  deck.slips.forEach((slip, i) => {
    const next = deck.slips[i + 1]
    if (next) expect(next.x - slip.x).toBeGreaterThanOrEqual(deck.pitch - 1e-6)
    expect(slip.title.size * slip.title.lines.length).toBeLessThanOrEqual(deck.pitch)
    const longest = Math.max(...slip.title.lines.map((line) => line.length))
    expect(slip.title.size).toBeGreaterThan(0)
    expect(longest * slip.title.size * 1.05).toBeLessThanOrEqual(deck.areaY - deck.titleY + 1e-6)
  })
  deck.areas.forEach((area, i) => {
    const next = deck.areas[i + 1]
    if (next) expect(next.x).toBeGreaterThan(area.x + area.width)
  })
}
