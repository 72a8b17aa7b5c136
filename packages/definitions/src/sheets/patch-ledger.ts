import { date, month, quantity, type SheetShape, text } from '@guatu/core/fact'
import { say } from '../registers/common.ts'

/** 卫片图斑台账: one row a patch, as the batch comes down and is worked off. */
export const patchLedger: SheetShape = {
  id: 'patchLedger',
  label: say('卫片图斑核查整改台账', 'Ledger of image patches'),
  register: 'satellitePatch',
  fields: {
    no: { column: text(say('图斑号', 'Patch'), 64, { required: true }), heads: ['图斑编号', '监测图斑号'] },
    batch: { column: month(say('批次', 'Batch')), heads: ['下发批次', '下发月份', '图斑批次'] },
    received: { column: date(say('下发日期', 'Received on'), { notInFuture: true }), heads: ['接收日期', '下发时间'] },
    address: { column: text(say('位置', 'Position'), 120), heads: ['图斑位置', '坐落', '地点'] },
    area: {
      column: quantity(say('面积', 'Area'), { unit: 'ha', scale: 4 }),
      heads: ['图斑面积', '监测面积'],
    },
    farmland: { column: quantity(say('占用耕地', 'Farmland taken'), { unit: 'ha', scale: 4 }), heads: ['耕地面积'] },
    result: { column: text(say('认定', 'What it is'), 40), heads: ['认定结果', '核查结果', '判定结果'] },
    rectify: { column: text(say('整改', 'How it is put right'), 40), heads: ['整改方式', '整改措施'] },
    due: { column: date(say('时限', 'Due on')), heads: ['整改时限', '整改期限', '办理时限'], countsFrom: 'received' },
    rectified: {
      column: date(say('整改日期', 'Put right on'), { notInFuture: true }),
      heads: ['整改完成日期', '整改完成时间'],
    },
    accepted: { column: date(say('验收日期', 'Accepted on'), { notInFuture: true }), heads: ['验收时间', '销号日期'] },
    remark: { column: text(say('备注', 'Remark'), 2000) },
  },
  key: ['no'],
  rules: [{ kind: 'inOrder', columns: ['received', 'due'] }],
  gives: {
    patchNo: 'no',
    batchMonth: 'batch',
    receivedOn: 'received',
    address: 'address',
    areaHa: 'area',
    farmlandHa: 'farmland',
    verifyResult: 'result',
    rectify: 'rectify',
    dueOn: 'due',
    rectifiedOn: 'rectified',
    acceptedOn: 'accepted',
    remark: 'remark',
    origin: { is: '表格导入' },
  },
}
