import { expect, test } from 'vitest'
import { draftFrom, otherSum, piecesOf, thingsOf } from './guess.ts'

test.each([
  ['招商活动20场以上', { subject: '招商活动', comparator: '>=', value: '20', printedUnit: '场' }],
  ['工业总产值突破1550亿元', { subject: '工业总产值', comparator: '>', value: '1550', printedUnit: '亿元' }],
  ['投诉不超过3件', { subject: '投诉', comparator: '<=', value: '3', printedUnit: '件' }],
  ['清案率不低于95%', { subject: '清案率', comparator: '>=', value: '95', printedUnit: '%' }],
  ['新建公园12个', { subject: '新建公园', comparator: '=', value: '12', printedUnit: '个' }],
  ['文化中心开工', { subject: '文化中心开工', value: '' }],
])('%s fills the form as far as it can', (words, draft) => {
  expect(draftFrom(words)).toMatchObject(draft)
})

test('a phrase with several figures parts at each, the shared words staying with the first', () => {
  const words = '分别计划投资7.93亿元、66.27亿元和15.37亿元'
  const pieces = piecesOf(words, { start: 100, end: 100 + words.length })
  expect(pieces.map(({ start, end }) => words.slice(start - 100, end - 100))).toEqual([
    '分别计划投资7.93亿元',
    '66.27亿元',
    '15.37亿元',
  ])
})

test('a phrase with one figure is one piece', () => {
  expect(piecesOf('开展、组织活动20场', { start: 0, end: 10 })).toEqual([{ start: 0, end: 10 }])
})

test.each([
  ['甲路、乙路，丙路', ['甲路', '乙路', '丙路']],
  ['和平路', ['和平路']],
])('the milestone %s names %s', (subject, things) => {
  expect(thingsOf(subject)).toEqual(things)
})

test.each([
  ['共15个', ['9个', '5个'], '14'],
  ['共15个', ['9个', '6个'], null],
  ['共15个', ['9个', '若干'], null],
  ['共15个', ['9个', '5场'], null],
  ['共1.5亿元', ['0.7亿元', '0.8亿元'], null],
])('%s split into %s makes another sum: %s', (whole, pieces, sum) => {
  expect(otherSum(draftFrom(whole), pieces.map(draftFrom))).toBe(sum)
})
