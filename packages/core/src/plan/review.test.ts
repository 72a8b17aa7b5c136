import { describe, expect, test } from 'vitest'
import { decimal, spanOf } from '../shared/index.ts'
import { firstVersion, nextVersion, settled, shortOf } from './adopt.ts'
import type { PlanReading, TargetReading } from './plan.ts'
import { countsOf, type TargetWords } from './review.ts'
import { reviewWith } from './review-changes.ts'
import { checkDecision, type Decision } from './review-decisions.ts'

const text = '1.开展活动。全年开展活动60场,新增泊位100个。2.搞好服务。全年走访300户。'

const target = (words: string, value: number, unit: string, task: string, doubtful = false): TargetReading => {
  const start = text.indexOf(words)
  const at = spanOf(start, start + words.length)
  return {
    at,
    task,
    rule: '测试',
    doubts: doubtful ? [{ code: 'plan.may_be_target', at }] : [],
    comparator: '=',
    value: decimal(value),
    valueTo: null,
    unit,
    printedUnit: unit,
    basis: 'level',
    subject: words,
    stretch: false,
    down: false,
    due: null,
  }
}

const task = (key: string, words: string) => {
  const start = text.indexOf(words)
  return { key, number: key, area: 0, title: words.slice(0, 4), at: spanOf(start, start + words.length), clauses: [] }
}

const reading: PlanReading = {
  title: '测试报告',
  year: 2023,
  announced: { areas: 1, tasks: 4 },
  numbered: true,
  areas: [{ title: '抓活动强服务,在服务群众上争先', parent: null, at: spanOf(0, 2) }],
  tasks: [task('1', '开展活动。全年开展活动60场,新增泊位100个。'), task('2', '搞好服务。全年走访300户。')],
  targets: [
    target('60场', 60, '场', '1'),
    target('100个', 100, '个', '1', true),
    target('300户', 300, 'household', '2'),
  ],
  context: [],
  milestones: [],
  owners: [
    { at: spanOf(0, 1), task: '1', rule: '测试', doubts: [], lead: ['文体中心'], support: ['各社区'], leaders: [] },
  ],
  deadlines: [],
  remarks: [],
}

const sixty = 't12-15'
const keyOf = (words: string) => `t${text.indexOf(words)}-${text.indexOf(words) + words.length}`
const after = (...decisions: Decision[]) => reviewWith(reading, decisions)
const states = (review: ReturnType<typeof after>) => review.items.map((item) => `${item.subject}:${item.state}`)
const piece = (words: string, value: number): TargetWords => {
  const { task: _task, rule: _rule, doubts: _doubts, ...rest } = target(words, value, '个', '1')
  return rest
}

describe('审图', () => {
  test('一键确认只确认没有疑问的', () => {
    expect(states(after({ do: 'confirmSure' }))).toEqual(['60场:confirmed', '100个:open', '300户:confirmed'])
    expect(countsOf(after().items)).toEqual({ open: 3, doubtful: 1, confirmed: 0, rejected: 0 })
  })

  test('改数以后视为已确认，原文不动', () => {
    const review = after({ do: 'correctTarget', key: keyOf('60场'), to: { value: decimal(61) } })
    expect(review.items[0]).toMatchObject({
      value: '61',
      state: 'confirmed',
      rule: 'person',
      at: { start: text.indexOf('60场') },
    })
  })

  test('撤销一步步退回，再撤销就没有了', () => {
    const confirm: Decision = { do: 'confirm', keys: [keyOf('60场')] }
    const review = after(confirm, { do: 'confirmSure' }, { do: 'undo' })
    expect(states(review)).toEqual(['60场:confirmed', '100个:open', '300户:open'])
    expect(after(confirm, { do: 'undo' })).toMatchObject({ version: 2, canUndo: false })
    expect(checkDecision(after(), { do: 'undo' }, text.length)).toMatchObject({
      ok: false,
      problem: { code: 'review.nothing_to_undo' },
    })
  })

  test('拆成两处、并成一处，被替下的只是搁置', () => {
    const split = after({ do: 'split', key: keyOf('100个'), into: [piece('100', 40), piece('00个', 60)] })
    expect(
      split.items.filter((item) => item.state !== 'rejected').map((item) => item.kind === 'target' && item.value),
    ).toEqual(['60', '40', '60', '300'])
    const merged = after({ do: 'merge', keys: [keyOf('60场'), keyOf('100个')], into: piece('100个', 160) })
    expect(countsOf(merged.items)).toEqual({ open: 1, doubtful: 0, confirmed: 1, rejected: 2 })
  })

  test('节点也能拆开、并成一个；词句在原文以外的不收', () => {
    const at = spanOf(text.indexOf('新增'), text.indexOf('泊位') + 2)
    const words = (subject: string) => ({ at, subject, event: 'complete', due: null }) as const
    const add: Decision = { do: 'addMilestone', task: '1', milestone: words('甲路、乙路') }
    const cut: Decision = { do: 'splitMilestone', key: 'a1', into: [words('甲路'), words('乙路')] }
    const things = (review: ReturnType<typeof after>) =>
      review.items.filter(({ kind }) => kind === 'milestone').map(({ subject, state, task }) => [subject, state, task])
    expect(things(after(add, cut))).toEqual([
      ['甲路、乙路', 'rejected', '1'],
      ['甲路', 'confirmed', '1'],
      ['乙路', 'confirmed', '1'],
    ])
    const join: Decision = { do: 'mergeMilestones', keys: ['a2-1', 'a2-2'], into: words('两条路') }
    expect(things(after(add, cut, join)).filter(([, state]) => state === 'confirmed')).toEqual([
      ['两条路', 'confirmed', '1'],
    ])
    const outside = { ...words('丙路'), at: spanOf(0, text.length + 1) }
    expect(checkDecision(after(add), { ...cut, into: [words('甲路'), outside] }, text.length)).toMatchObject({
      problem: { code: 'review.words_outside' },
    })
  })

  test('误读的一项不作为任务：它的词句都不算，恢复以后照旧', () => {
    const confirm: Decision = { do: 'confirm', keys: [keyOf('60场')] }
    const drop: Decision = { do: 'dropTask', task: '1', because: '这段是去年的回顾' }
    const dropped = after(confirm, drop)
    expect(dropped.tasks.map((t) => t.dropped)).toEqual(['这段是去年的回顾', null])
    expect(states(dropped)).toEqual(['60场:rejected', '100个:rejected', '300户:open'])
    expect(states(after(confirm, drop, { do: 'keepTask', task: '1' }))).toEqual([
      '60场:confirmed',
      '100个:open',
      '300户:open',
    ])
    expect(states(after(confirm, drop, { do: 'undo' }))).toEqual(['60场:confirmed', '100个:open', '300户:open'])
  })

  test('没有的词句、越出原文的词句不受理', () => {
    expect(checkDecision(after(), { do: 'confirm', keys: [sixty, 'x1'] }, text.length)).toMatchObject({ ok: false })
    const outside: Decision = {
      do: 'addTarget',
      task: '1',
      target: { ...piece('100个', 1), at: spanOf(10, text.length + 5) },
    }
    expect(checkDecision(after(), outside, text.length)).toMatchObject({ problem: { code: 'review.words_outside' } })
    expect(checkDecision(after(), { do: 'retitle', task: '9', title: '无此项' }, text.length)).toMatchObject({
      problem: { code: 'review.task_unknown' },
    })
  })
})

describe('采用为计划', () => {
  const first = firstVersion(reading, after({ do: 'reject', keys: [keyOf('100个')], because: '基数' }), text, 's1')

  test('第一版：编号按句中次序，搁置的不入，缺号列出', () => {
    expect(first.tasks.map((t) => [t.number, t.targets.map((x) => x.code)])).toEqual([
      ['1', ['T1.1']],
      ['2', ['T2.1']],
    ])
    expect(first.missing).toEqual(['3', '4'])
    expect(first.areas).toEqual([{ number: 1, title: '抓活动强服务,在服务群众上争先', short: '抓活动强服务' }])
    expect(first.tasks[0]).toMatchObject({ lead: ['文体中心'], sentence: '开展活动。全年开展活动60场,新增泊位100个。' })
  })

  test('不作为任务的一项不入第一版，别的编号不动，报告说有的这一号列为缺', () => {
    const without = firstVersion(reading, after({ do: 'dropTask', task: '1', because: '不是任务' }), text, 's1')
    expect(without.tasks.map((t) => [t.number, t.targets.map((x) => x.code)])).toEqual([['2', ['T2.1']]])
    expect(without.missing).toEqual(['1', '3', '4'])
  })

  test('后来的来源补上缺号；同号的接在后面，先前的一项不丢', () => {
    const renumbered = {
      ...reading,
      areas: [],
      tasks: reading.tasks.map((t) => ({ ...t, area: null, number: t.key === '1' ? '3' : '2' })),
      targets: reading.targets.map((t) => (t.value === '300' ? { ...t, value: decimal(301) } : t)),
    }
    const fresh = firstVersion(renumbered, reviewWith(renumbered, []), text.replace('300户', '301户'), 's2')
    const second = nextVersion(first, fresh)
    expect(second.tasks.map((t) => [t.number, t.area, t.targets.map((x) => x.code)])).toEqual([
      ['1', 1, ['T1.1']],
      ['2', 1, ['T2.1', 'T2.2']],
      ['3', 1, ['T3.1', 'T3.2']],
    ])
    expect(second.missing).toEqual(['4'])
    expect(nextVersion(second, firstVersion(reading, after(), text, 's3')).tasks[0]).toEqual(second.tasks[0])
    expect(second.tasks[0]?.key).toBe(first.tasks[0]?.key)
  })

  test('以后调整一个目标，只有它变，句子和其余各项都在', () => {
    const target = first.tasks[0]?.targets[0]
    const later = settled(first, target?.key ?? '', { value: decimal(55), subject: '开展活动' })
    expect(later.tasks[0]?.targets[0]).toMatchObject({
      key: target?.key,
      code: 'T1.1',
      subject: '开展活动',
      words: { value: '55', comparator: '=' },
    })
    expect(later.tasks[0]?.sentence).toBe(first.tasks[0]?.sentence)
    expect(later.tasks[1]).toEqual(first.tasks[1])
  })

  test.each([
    ['抓项目拓空间，在优化产业载体上奋力争先', '抓项目拓空间'],
    ['2023年工作思路', '工作思路'],
    ['着力推动经济社会高质量发展', '推动经济社会高质量发展'],
    ['城市更新与环境整治', '城市更新与环境整治'],
    ['关于项目和集镇建设', '项目和集镇建设'],
  ])('方面「%s」在墙上写作「%s」', (title, short) => {
    expect(shortOf(title)).toBe(short)
  })
})
