import { choice, community, date, longText, type SheetShape, text } from '@guatu/core/fact'
import { say } from '../registers/common.ts'

/** 安全隐患排查整改台账: one row a hazard, from the day it was found to its recheck. */
export const hazardLedger: SheetShape = {
  id: 'hazardLedger',
  label: say('安全隐患排查整改台账', 'Ledger of hazards'),
  register: 'issue',
  fields: {
    no: { column: text(say('隐患编号', 'Number'), 64, { required: true }), heads: ['编号', '问题编号', '台账编号'] },
    found: {
      column: date(say('发现日期', 'Found on'), { required: true, notInFuture: true }),
      heads: ['排查日期', '检查日期', '发现时间', '检查时间'],
      inYear: true,
    },
    object: {
      column: text(say('检查对象', 'Object'), 120),
      heads: ['对象', '场所名称', '单位名称', '企业名称', '被检查单位'],
    },
    community: { column: community(say('社区', 'Community')), heads: ['所属社区'] },
    category: { column: text(say('类别', 'Category'), 40), heads: ['隐患类别', '隐患类型', '类型'] },
    level: {
      column: choice(say('等级', 'Level'), [
        ['general', '一般', 'General'],
        ['serious', '较大', 'Serious'],
        ['major', '重大', 'Major'],
      ]),
      heads: ['隐患等级', '隐患级别', '级别'],
    },
    text: {
      column: longText(say('内容', 'Description'), 2000),
      heads: ['隐患内容', '隐患描述', '存在隐患', '问题描述'],
    },
    due: {
      column: date(say('整改期限', 'Deadline')),
      heads: ['整改时限', '限期整改日期', '整改截止日期'],
      countsFrom: 'found',
    },
    fixed: {
      column: date(say('整改完成日期', 'Fixed on'), { notInFuture: true }),
      heads: ['完成日期', '整改日期', '完成时间', '整改完成时间'],
    },
    recheck: { column: text(say('复查结果', 'Result of the recheck'), 40), heads: ['复查情况'] },
    state: { column: text(say('状态', 'State'), 40), heads: ['整改状态', '办理状态', '整改情况'] },
    remark: { column: text(say('备注', 'Remark'), 2000) },
  },
  key: ['no'],
  rules: [
    { kind: 'inOrder', columns: ['found', 'due'] },
    { kind: 'inOrder', columns: ['found', 'fixed'] },
  ],
  gives: {
    kind: { is: '安全隐患' },
    originRef: 'no',
    foundAt: { day: 'found', time: '', part: 'from' },
    address: 'object',
    community: 'community',
    category: 'category',
    level: 'level',
    description: 'text',
    deadlineOn: 'due',
    fixedOn: 'fixed',
    remark: 'remark',
    origin: { is: '表格导入' },
  },
}
