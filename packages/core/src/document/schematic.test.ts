import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Marked, mapMarkOf } from './map-mark.ts'
import { schematicOf } from './schematic.ts'

describe('示意图', () => {
  test('七个社区：四格一行，两行', () => {
    const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚']
    const laid = schematicOf(names)
    expect(laid).toMatchObject({ columns: 4, rows: 2 })
    expect(laid.cells.at(4)).toEqual({ name: '戊', column: 0, row: 1 })
    expect(schematicOf([])).toEqual({ columns: 0, rows: 0, cells: [] })
  })

  test('多少个社区都一样：各占一格，不重不漏，没有空行，宽不少于高', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 60 }), (names) => {
        const { columns, rows, cells } = schematicOf(names)
        expect(cells.map(({ name }) => name)).toEqual(names)
        expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(names.length)
        for (const { column, row } of cells) {
          expect(column).toBeLessThan(columns)
          expect(row).toBeLessThan(rows)
        }
        expect(columns).toBeGreaterThanOrEqual(rows)
        expect(columns * (rows - 1)).toBeLessThan(names.length)
      }),
    )
  })
})

test.each<[string, Marked, ReturnType<typeof mapMarkOf>]>([
  ['超时限的先说，没核实也一样', { state: 'submitted', status: 'open', ended: false, late: true }, 'late'],
  ['没核实的', { state: 'submitted', status: 'done', ended: true, late: false }, 'waiting'],
  ['在办的', { state: 'verified', status: 'open', ended: false, late: false }, 'running'],
  ['办完的', { state: 'verified', status: 'done', ended: true, late: false }, 'ended'],
  ['没有流程的', { state: 'verified', status: null, ended: false, late: false }, 'standing'],
])('点的样子：%s', (_, row, mark) => {
  expect(mapMarkOf(row)).toBe(mark)
})
