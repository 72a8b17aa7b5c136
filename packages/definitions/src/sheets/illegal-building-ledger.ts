import { date, quantity, type SheetShape, text } from '@guatu/core/fact'
import { say } from '../registers/common.ts'

/** 违建拆除消化台账: one row a building. A column with the party's name is dropped by the importer. */
export const illegalBuildingLedger: SheetShape = {
  id: 'illegalBuildingLedger',
  label: say('违建拆除消化台账', 'Ledger of illegal buildings'),
  register: 'illegalBuilding',
  fields: {
    no: { column: text(say('违建编号', 'Number'), 64, { required: true }), heads: ['编号', '违建点编号', '台账编号'] },
    stock: { column: text(say('存量库编号', 'Number in the stock library'), 64), heads: ['存量编号', '普查编号'] },
    address: { column: text(say('违建位置', 'Position'), 120), heads: ['位置', '违建地点', '地点'] },
    found: {
      column: date(say('发现日期', 'Found on'), { notInFuture: true }),
      heads: ['发现时间', '巡查日期'],
      inYear: true,
    },
    area: {
      column: quantity(say('违建面积', 'Area'), { unit: 'm2', scale: 2 }),
      heads: ['面积', '违法建筑面积', '建筑面积'],
    },
    floors: { column: quantity(say('层数', 'Floors'), { unit: '层', scale: 0 }) },
    disposal: { column: text(say('处置方式', 'Disposal'), 40), heads: ['处理方式', '拆除消化方式', '消化方式'] },
    disposedArea: {
      column: quantity(say('完成面积', 'Area disposed of'), { unit: 'm2', scale: 2 }),
      heads: ['处置面积', '拆除面积', '消化面积'],
    },
    disposed: {
      column: date(say('处置日期', 'Disposed of on'), { notInFuture: true }),
      heads: ['拆除日期', '完成日期', '拆除时间'],
    },
    remark: { column: text(say('备注', 'Remark'), 2000) },
  },
  key: ['no'],
  rules: [{ kind: 'inOrder', columns: ['disposedArea', 'area'] }],
  gives: {
    buildingNo: 'no',
    stockLibNo: 'stock',
    address: 'address',
    foundAt: { day: 'found', time: '', part: 'from' },
    buildingArea: 'area',
    floors: 'floors',
    disposal: 'disposal',
    disposedArea: 'disposedArea',
    disposedOn: 'disposed',
    remark: 'remark',
    origin: { is: '表格导入' },
  },
}
