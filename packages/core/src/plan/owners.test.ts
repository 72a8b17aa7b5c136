import { describe, expect, test } from 'vitest'
import { leadersIn, ownersIn, shares, unitsIn } from './owners.ts'

const reads = (words: string) =>
  ownersIn(words).map(({ start, end, lead, answer, support, leaders }) => ({
    quote: words.slice(start, end),
    lead,
    answer,
    support,
    leaders,
  }))

const nobody = { lead: [], answer: [], support: [], leaders: [] }

describe('谁来负责', () => {
  test.each([
    [
      '新建公园2个。（牵头单位：区城管局；责任单位：区住建局，各街道）',
      { quote: '牵头单位：区城管局；责任单位：区住建局，各街道', lead: ['区城管局'], answer: ['区住建局', '各街道'] },
    ],
    [
      '改造管网。(责任单位:水务局、各村(社区))',
      { quote: '责任单位:水务局、各村(社区)', answer: ['水务局', '各村(社区)'] },
    ],
    [
      '建驿站2个。〔责任部门：综合办、各社区，完成时间：9月底前〕',
      { quote: '责任部门：综合办、各社区，完成时间：9月底前', answer: ['综合办', '各社区'] },
    ],
    [
      '增长6%。(县发改局牵头,县统计局、各乡镇配合)',
      { quote: '县发改局牵头,县统计局、各乡镇配合', lead: ['县发改局'], support: ['县统计局', '各乡镇'] },
    ],
    [
      '修路85公里。(县交通局、各乡镇按职责分工负责)',
      { quote: '县交通局、各乡镇按职责分工负责', answer: ['县交通局', '各乡镇'] },
    ],
    [
      '建中心。【责任领导：王志强；主责部门：工信局；配合单位：供电公司】',
      {
        quote: '责任领导：王志强；主责部门：工信局；配合单位：供电公司',
        lead: ['工信局'],
        support: ['供电公司'],
        leaders: ['王志强'],
      },
    ],
    ['更新雨污管网。(县住建局)', { quote: '县住建局', lead: ['县住建局'] }],
    ['责任单位：镇城建办', { quote: '责任单位：镇城建办', answer: ['镇城建办'] }],
  ])('%s', (words, expected) => {
    expect(reads(words)).toEqual([{ ...nobody, ...expected }])
  })

  test('时限写在一起，各归各', () => {
    const words = '建站。（牵头单位：民政办；完成时限：10月底前）'
    const [tail] = ownersIn(words)
    expect(tail?.lead).toEqual(['民政办'])
    expect(tail?.deadline && words.slice(tail.deadline.start, tail.deadline.end)).toBe('10月底前')
  })
})

describe('不是责任单位', () => {
  test.each([
    '落实安全生产主体责任，压实企业责任',
    '开工建设北环路(全长2.4公里)',
    '做好新业态(外卖、快递)党建工作',
    '由牵头部门每月通报',
    '健全领导接访制度（每月一次）',
  ])('%s', (words) => {
    expect(reads(words)).toEqual([])
  })
})

test('责任单位在牵头旁边是配合，单独是牵头；文中说第一个牵头，就只有第一个', () => {
  expect(shares(['甲局'], ['乙局'], ['丙局'], false)).toEqual({ lead: ['甲局'], support: ['乙局', '丙局'] })
  expect(shares([], ['乙局', '丙局'], [], false)).toEqual({ lead: ['乙局', '丙局'], support: [] })
  expect(shares([], ['乙局', '丙局'], [], true)).toEqual({ lead: ['乙局'], support: ['丙局'] })
})

test('单位一个个分开，横线和无就是没有；领导的名字合拢，职务不要', () => {
  expect(unitsIn('经发局、各村(社区)；供电所 水务站')).toEqual(['经发局', '各村(社区)', '供电所', '水务站'])
  expect(unitsIn('—')).toEqual([])
  expect(unitsIn('无')).toEqual([])
  expect(leadersIn('韩 雪')).toEqual(['韩雪'])
  expect(leadersIn('顾明远\n(党工委副书记)')).toEqual(['顾明远'])
})
