import { describe, expect, test } from 'vitest'
import { reportFromPlain } from '../text/index.ts'
import { planFromText } from './from-text.ts'

const headed = (sentence: string) => `某街道2025年工作计划\n一、重点工作\n1.${sentence}\n2.加强学习。`

/** The promises of a task of one sentence, as `words comparator value unit basis`. */
function targetsOf(sentence: string): string[] {
  const text = headed(sentence)
  return planFromText(reportFromPlain(text)).targets.map(
    ({ at, comparator, value, unit, basis }) =>
      `${text.slice(at.start, at.end)} ${comparator} ${value} ${unit} ${basis}`,
  )
}

const deadlinesOf = (sentence: string) =>
  planFromText(reportFromPlain(headed(sentence))).deadlines.map(({ due }) => due)

describe('what a number promises', () => {
  test.each([
    ['约 at the end of a word says nothing of the number', '年内签约4个、续约3家。', ['4个 = 4 个', '3家 = 3 家']],
    ['a word may end with 约 before 约', '全年签约约12个。', ['约12个 ~ 12 个']],
    ['a stage in Chinese numerals is a name', '开工建设云溪制药基地二期。', []],
    ['a verb may stand behind 至少', '每月至少组织1次。', ['至少组织1次 >= 1 次']],
    ['courses in Chinese numerals are counted', '举办干部培训班两期。', ['两期 = 2 期']],
  ])('%s: %s', (_, sentence, expected) => {
    expect(targetsOf(sentence).map((each) => each.split(' ').slice(0, 4).join(' '))).toEqual(expected)
  })

  test.each([
    ['新增护栏30处,安装路灯90盏。', ['increment', 'level']],
    ['净增规上企业6家,申报研发中心2家。', ['increment', 'level']],
    ['新建停车场2处、泊位180个。', ['increment', 'increment']],
    ['实施果园提升900亩,整治撂荒地50亩。', ['level', 'level']],
    ['研发投入强度提升0.3个百分点。', ['increment']],
    ['城镇新增就业全年完成4200人。', ['increment']],
    ['每季度召开1次协商议事会。', ['frequency']],
    ['新建公厕326座、改造64座。', ['increment', 'level']],
    ['新增消防站4个、充电棚15处(端口300个)。', ['increment', 'increment', 'increment']],
    ['新划停车泊位210个。', ['increment']],
    ['新签约项目30个,总投资90亿元,其中外资项目3个。', ['increment', 'level', 'increment']],
  ])('it adds or it reaches: %s', (sentence, expected) => {
    expect(targetsOf(sentence).map((each) => each.split(' ').at(-1))).toEqual(expected)
  })

  test('a part of the year measured against the goal of the year has been told', () => {
    const sentence = '上半年完成税收1.4亿元,占年度任务的58%;下半年再完成1亿元以上。'
    expect(targetsOf(sentence)).toEqual(['1亿元以上 >= 100000000 CNY level'])
    expect(deadlinesOf(sentence)).toEqual([])
  })

  test('a half-year that is not measured is a deadline', () => {
    expect(deadlinesOf('上半年完成税收1.4亿元。')).toEqual(['2025-Q2'])
  })
})
