import excel from '@protobi/exceljs'
import { expect, test } from 'vitest'
import { type Cell, workbookOf } from './workbook.ts'

async function readBack(rows: readonly (readonly Cell[])[], names = ['表']) {
  const parts: Buffer[] = []
  const sheets = names.map((name) => ({ name, heading: ['甲', '乙'], rows }))
  for await (const part of workbookOf('试用·青禾<街道>&', sheets)) parts.push(part)
  const book = new excel.Workbook()
  await book.xlsx.load(Buffer.concat(parts) as never)
  return book
}

test('what was typed is read back as it was, and never as a formula', async () => {
  const typed = ['=1+1', '<b>&"\'', ' 前后有空格 ', '两\n行', '𠮷', '1'.repeat(20)]
  const sheet = (await readBack(typed.map((text, at) => [text, at + 0.5]))).worksheets[0]
  expect(sheet?.getCell('A1').value).toBe('试用·青禾<街道>&')
  expect(sheet?.getRow(2).values).toEqual([undefined, '甲', '乙'])
  for (const [at, text] of typed.entries()) {
    expect(sheet?.getCell(at + 3, 1).value).toBe(text)
    expect(sheet?.getCell(at + 3, 1).numFmt).toBe('@')
    expect(sheet?.getCell(at + 3, 2).value).toBe(at + 0.5)
  }
})

test('what XML cannot hold is left out; an empty cell is none', async () => {
  const sheet = (await readBack([['a\u0000b\u000bc\ud800', null]])).worksheets[0]
  expect(sheet?.getCell('A3').value).toBe('abc\ufffd')
  expect(sheet?.getCell('B3').value).toBeNull()
})

test('more columns than letters, several sheets, names that Excel does not take', async () => {
  const wide = Array.from({ length: 30 }, (_, at) => `c${at}`)
  const book = await readBack([wide], ['一/二', '三'.repeat(40)])
  expect(book.worksheets.map(({ name }) => name)).toEqual(['一 二', '三'.repeat(31)])
  expect(book.worksheets[1]?.getCell('AD3').value).toBe('c29')
})

test('no more rows are asked for when nobody takes the bytes any more', async () => {
  let asked = 0
  let isClosed = false
  async function* endless(): AsyncGenerator<Cell[]> {
    try {
      for (;;) {
        asked += 1
        yield [`${asked} ${Math.random()}`.repeat(20)]
      }
    } finally {
      isClosed = true
    }
  }
  let taken = 0
  for await (const part of workbookOf('单位', [{ name: '表', heading: ['甲'], rows: endless() }])) {
    taken += part.length
    if (taken > 300_000) break
  }
  expect(isClosed).toBe(true)
  const before = asked
  await new Promise((done) => setTimeout(done, 20))
  expect(asked).toBe(before)
})

test('what goes wrong in the rows is thrown to who takes the bytes', async () => {
  async function* broken(): AsyncGenerator<Cell[]> {
    yield ['a']
    throw new Error('the rows are gone')
  }
  const taking = async () => {
    for await (const _ of workbookOf('单位', [{ name: '表', heading: ['甲'], rows: broken() }]));
  }
  await expect(taking()).rejects.toThrow('the rows are gone')
})
