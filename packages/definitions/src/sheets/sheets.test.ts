import { bestFit, findHead, mapColumns, type SheetShape } from '@guatu/core/fact'
import { describe, expect, test } from 'vitest'
import { registers } from '../registers/index.ts'
import { sheetShapes } from './index.ts'

const shapeOf = (id: string): SheetShape => {
  const found = sheetShapes.find((one) => one.id === id)
  if (!found) throw new Error(`no sheet ${id}`)
  return found
}

describe('书里写的表头，认得出是哪本台账', () => {
  test.each<[sheet: string, heads: string, title: string]>([
    ['patchLedger', '图斑号/位置/面积(公顷)/占用耕地/认定/整改/时限', '2023年4月卫片图斑台账'],
    ['illegalBuildingLedger', '违建编号/违建位置/面积/处置方式/完成面积', '违建台账'],
    ['compensationLedger', '编号/类型/建筑面积/签约/腾空/拆除/备注', '房屋征收签约台账'],
    [
      'hazardLedger',
      '隐患编号/发现日期/检查对象/社区/隐患类别/等级/隐患内容/整改期限/整改完成日期/复查结果',
      '隐患台账',
    ],
    ['enterpriseList', '企业名称/信用代码/地址/行业/规模/分类', '企业底册'],
  ])('%s：%s', (id, heads, title) => {
    const head = findHead([[title], heads.split('/')], sheetShapes)
    expect(head && bestFit(sheetShapes, head.columns)?.shape.id).toBe(id)
  })

  test('图斑的每一列都有去处', () => {
    const head = findHead([['图斑号', '位置', '面积', '占用耕地', '认定', '整改', '时限', '验收日期']], sheetShapes)
    const mapped = mapColumns(shapeOf('patchLedger'), head?.columns ?? [])
    expect([...mapped.values()].map(({ field }) => field)).toEqual([
      'no',
      'address',
      'area',
      'farmland',
      'result',
      'rectify',
      'due',
      'accepted',
    ])
  })
})

test('表样说到的列，台账里都有', () => {
  for (const { id, register, gives = {} } of sheetShapes) {
    const columns = registers.find((one) => one.id === register)?.columns ?? {}
    expect(
      Object.keys(gives).filter((column) => !Object.hasOwn(columns, column)),
      id,
    ).toEqual([])
  }
})
