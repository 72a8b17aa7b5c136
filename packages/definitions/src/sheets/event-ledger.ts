import { community, count, date, money, type SheetShape, text } from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { say } from '../registers/common.ts'

/** 群众活动台账: one row an activity on its day. */
export const eventLedger: SheetShape = {
  id: 'eventLedger',
  label: say('群众活动台账', 'Ledger of activities'),
  register: 'event',
  fields: {
    date: {
      column: date(say('日期', 'Day'), { required: true }),
      heads: ['活动日期', '开展日期', '举办日期', '活动时间', '时间'],
      inYear: true,
    },
    time: { column: text(say('时段', 'Time of day'), 40), heads: ['具体时间', '起止时间'], isTime: true },
    community: { column: community(say('社区', 'Community')), heads: ['所属社区', '所在社区'] },
    title: {
      column: text(say('活动名称', 'Title'), 80, { required: true }),
      heads: ['活动主题', '活动内容', '名称'],
    },
    type: { column: text(say('类别', 'Kind'), 40), heads: ['活动类别', '活动类型', '类型'] },
    series: { column: text(say('系列', 'Series'), 40), heads: ['所属系列', '品牌'] },
    host: { column: text(say('主办', 'Host'), 120), heads: ['主办单位', '组织单位', '承办单位'] },
    cohost: { column: text(say('协办', 'Co-host'), 120), heads: ['协办单位', '配合单位'] },
    venue: { column: text(say('场地', 'Venue'), 120), heads: ['地点', '活动地点', '活动场地'] },
    attendance: {
      column: count(say('参加人数', 'Attendance'), '人', { min: decimal(1) }),
      heads: ['参与人数', '人数', '受益人数'],
    },
    cost: { column: money(say('经费', 'Cost'), '元'), heads: ['活动经费', '费用', '支出'] },
    remark: { column: text(say('备注', 'Remark'), 2000) },
  },
  key: ['date', 'title', 'community'],
  rules: [],
  gives: {
    title: 'title',
    eventType: 'type',
    series: 'series',
    startAt: { day: 'date', time: 'time', part: 'from' },
    endAt: { day: 'date', time: 'time', part: 'to' },
    venueText: 'venue',
    community: 'community',
    leadUnit: 'host',
    attendance: 'attendance',
    cost: 'cost',
    remark: 'remark',
    origin: { is: '表格导入' },
  },
}
