import { expect, test } from 'vitest'
import { shortTitle } from './short-title.ts'

test.each([
  ['a short phrase stays whole, verb and all', '稳住商贸大盘', '稳住商贸大盘'],
  ['和谐 is a word', '构建和谐邻里关系', '构建和谐邻里关系'],
  ['建设 may be part of the object', '筑牢建设工地防线', '筑牢建设工地防线'],
  ['把 keeps its verb', '把作风建设摆在前面', '把作风建设摆在前面'],
  ['what only says how eagerly is left out', '持续深入推进平安校园建设', '推进平安校园建设'],
  ['加快 before a verb is left out', '加快完善公交接驳', '完善公交接驳'],
  ['加快 that governs its object stays', '加快旧街更新步伐', '加快旧街更新步伐'],
  ['figures and dates are left out', '9月底前新增停车泊位210个', '新增停车泊位'],
  ['a rate is called by its name', '居民垃圾分类参与率达到85%以上', '居民垃圾分类参与率'],
  ['two figures leave no 分别 behind', '工业投资和商贸投资分别增长8%和9%', '工业投资和商贸投资'],
  ['each of two figures', '棉花播种面积稳定在185.6万亩、总产量68万吨以上', '棉花播种面积、总产量'],
  ['a size leaves no 的 behind', '总投资3亿元的云溪泵站5月开工', '云溪泵站'],
  ['a thing is called by its name', '云溪大厦2号楼9月底前交付使用', '云溪大厦2号楼'],
  ['digits that name stay', '提高12345热线办结率', '提高12345热线办结率'],
  ['a quotation is not cut', '抓好流感流行期间“免预约免排队”便民接种', '免预约免排队便民接种'],
  ['a long list keeps its last whole items', '推动春晓、和韵、兴隆等老旧商业楼宇转型', '兴隆等老旧商业楼宇转型'],
  ['节约 ends with 约', '推进土地节约集约', '推进土地节约集约'],
])('%s: %s', (_, clause, title) => {
  expect(shortTitle(clause)).toBe(title)
})

test('a title is never longer than twelve characters and never empty', () => {
  const clauses = [
    '和'.repeat(200),
    '的',
    '推进'.repeat(60),
    '，，，',
    '1234567890123',
    '在春晓、夏荷、秋实、冬青等片区',
  ]
  for (const clause of clauses) {
    expect(shortTitle(clause).length).toBeGreaterThan(0)
    expect(shortTitle(clause).length).toBeLessThanOrEqual(12)
  }
})
