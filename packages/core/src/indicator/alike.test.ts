import { describe, expect, test } from 'vitest'
import { day, decimal } from '../shared/index.ts'
import { type Activity, areTitlesAlike, countedOnce, likenessOf, plainTitle } from './alike.ts'

const rules = { similarMin: decimal('0.85'), overlapMin: decimal('0.5'), paddedFrom: 3, apartMinutes: 60 }

const activity = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  title: id,
  heldOn: day('2023-05-20'),
  venue: '党群服务中心',
  community: '和平社区',
  series: '',
  from: null,
  to: null,
  audience: '',
  evidence: [],
  ...more,
})

describe('B10 疑似重复', () => {
  test('去掉年份、期次和标点后题目相同', () => {
    expect(plainTitle('2023年和平社区家长课堂第3期')).toBe(plainTitle('和平社区家长课堂（第三期）'))
    expect(areTitlesAlike('2023年和平社区家长课堂第3期', '和平社区家长课堂（第三期）', rules.similarMin)).toBe(true)
    expect(areTitlesAlike('家长课堂', '消防演练', rules.similarMin)).toBe(false)
  })
  const [third, fourth] = [{ title: '2023年和平社区家长课堂第3期' }, { title: '和平社区家长课堂（第三期）' }]
  test.each<[string, Partial<Activity>, Partial<Activity>, string | null]>([
    ['同日同地、题目相同', third, fourth, 'likeTitle'],
    ['隔一天就不是重复', third, { ...fourth, heldOn: day('2023-05-21') }, null],
    ['别的社区、别的场地', third, { ...fourth, venue: '学校', community: '塘尾社区' }, null],
    ['同一份佐证', { evidence: ['a'] }, { evidence: ['a'] }, 'sameEvidence'],
    ['时间重叠超过一半', { from: 540, to: 600 }, { from: 569, to: 629 }, 'sameTime'],
    ['正好一半不算', { from: 540, to: 600 }, { from: 570, to: 630 }, null],
  ])('%s', (_, a, b, likeness) => {
    expect(likenessOf(activity('家长课堂', a), activity('消防演练', b), rules)).toBe(likeness)
  })
})

describe('B10 拆分凑数', () => {
  const series = (from: number, audience: string) =>
    activity(`${from}`, { series: '万步有约', from, to: from + 30, audience })
  test('同系列同场地同日三场，只计一场', () => {
    expect([...countedOnce([series(540, '居民'), series(580, '居民'), series(620, '居民')], rules)]).toEqual(['540'])
  })
  test('相隔满六十分钟、对象不同的另计', () => {
    expect(countedOnce([series(540, '居民'), series(600, '学生'), series(610, '职工')], rules).size).toBe(2)
  })
  test('两场不算拆分', () => {
    expect(countedOnce([series(540, '居民'), series(560, '居民')], rules).size).toBe(2)
  })
})
