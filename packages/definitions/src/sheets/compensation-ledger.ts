import { date, quantity, type SheetShape, text } from '@guatu/core/fact'
import { say } from '../registers/common.ts'

/** 房屋征收签约台账: one row a unit of one project, whose name stands above the table and not in it. */
export const compensationLedger: SheetShape = {
  id: 'compensationLedger',
  label: say('房屋征收签约台账', 'Ledger of signing'),
  register: 'compensationUnit',
  fields: {
    no: { column: text(say('单元编号', 'Unit'), 64, { required: true }), heads: ['编号', '房屋编号', '户号'] },
    type: { column: text(say('类型', 'Kind'), 40), heads: ['房屋类型', '补偿类型', '用途'] },
    floorArea: {
      column: quantity(say('建筑面积', 'Floor area'), { unit: 'm2', scale: 2 }),
      heads: ['房屋面积', '测绘面积'],
    },
    valued: { column: date(say('评估日期', 'Valued on'), { notInFuture: true }), heads: ['评估时间'] },
    signed: {
      column: date(say('签约日期', 'Signed on'), { notInFuture: true }),
      heads: ['签约', '签约时间', '签订日期'],
    },
    vacated: {
      column: date(say('腾空日期', 'Vacated on'), { notInFuture: true }),
      heads: ['腾空', '腾空时间', '移交日期'],
    },
    demolished: { column: date(say('拆除日期', 'Demolished on'), { notInFuture: true }), heads: ['拆除', '拆除时间'] },
    remark: { column: text(say('备注', 'Remark'), 2000) },
  },
  key: ['no'],
  rules: [{ kind: 'inOrder', columns: ['valued', 'signed', 'vacated', 'demolished'] }],
  gives: {
    unitNo: 'no',
    unitType: 'type',
    floorArea: 'floorArea',
    valuedOn: 'valued',
    signedOn: 'signed',
    vacatedOn: 'vacated',
    demolishedOn: 'demolished',
    remark: 'remark',
    origin: { is: '表格导入' },
  },
}
