import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeOf } from '../testing/office.ts'
import { documentNumber } from './document-number.ts'

const column = documentNumber({ zh: '文号', en: 'Document number' })

test.each([
  ['深宝府〔2023〕5号', '深宝府〔2023〕5号'],
  ['深府办规〔2023〕12号', '深府办规〔2023〕12号'],
  ['深宝住建[2023]118号', '深宝住建〔2023〕118号'],
  ['深宝发改（2023）77号', '深宝发改〔2023〕77号'],
  ['粤府令【2023】305号', '粤府令〔2023〕305号'],
  ['深宝府 〔２０２３〕 ５ 号', '深宝府〔2023〕5号'],
  ['深宝府〔2023〕第5号', '深宝府〔2023〕5号'],
  ['深宝府〔2023〕005号', '深宝府〔2023〕5号'],
  ['青禾街道党工委会议纪要〔2023〕3号', '青禾街道党工委会议纪要〔2023〕3号'],
  ['（宝）应急罚〔2023〕3-12号', 'fact.document_number_form'],
  ['2023年5号文', 'fact.document_number_form'],
  ['〔2023〕5号', 'fact.document_number_form'],
  ['深宝府〔23〕5号', 'fact.document_number_form'],
  ['深宝府〔2023〕号', 'fact.document_number_form'],
  ['深宝府〔2023〕0号', 'fact.document_number_form'],
  ['深宝府〔2023〕5', 'fact.document_number_form'],
  ['批复', 'fact.document_number_form'],
])('%s → %s', (written, made) => {
  expect(madeOf(column, written)).toBe(made)
})

test('读过一次的文号再读不变', () => {
  const number = fc.tuple(fc.nat({ max: 9999 }), fc.integer({ min: 1, max: 999_999 }))
  fc.assert(
    fc.property(number, ([year, serial]) => {
      const once = madeOf(column, `深宝府(${String(year).padStart(4, '0')})${serial}号`)
      expect(madeOf(column, String(once))).toBe(once)
    }),
  )
})
