import { expect, test } from 'vitest'
import { readPaper } from './read-paper.ts'

const head = '重点工作任务\n'
const taskOf = (i: number) => `${i + 1}.新建口袋公园。年内新建口袋公园12个,6月底前开放首批5个。\n`
const paperOf = (tasks: number) => Buffer.from(head + Array.from({ length: tasks }, (_, i) => taskOf(i)).join(''))

test('一份材料，连同从中读出的计划，一次读好', async () => {
  const paper = await readPaper(paperOf(3), '报告.txt')
  expect(paper).toMatchObject({ ok: true, value: { report: { text: expect.stringContaining('口袋公园') } } })
  expect(paper.ok && paper.value.reading.tasks).toHaveLength(3)
})

test('读成计划也算在时限里：再长的材料，也不让别人等着', async () => {
  const limits = { milliseconds: 250, megabytes: 224 }
  expect(await readPaper(paperOf(25_000), '报告.txt', limits)).toMatchObject({
    ok: false,
    problem: { code: 'text.reading_took_too_long' },
  })
})

test('超过一百万字的材料不收，说明是字太多', async () => {
  expect(await readPaper(Buffer.alloc(1_000_001, 'a'), '报告.txt')).toMatchObject({
    ok: false,
    problem: { code: 'text.too_many_characters' },
  })
  expect(await readPaper(Buffer.alloc(1_000_000, 'a'), '报告.txt')).toMatchObject({ ok: true })
})
