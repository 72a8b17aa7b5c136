import { choice, date, evidence, register, row, state, unit } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { book1, provenance, say } from './common.ts'

/** 展会保障清单: one row is one thing to be ready before a show opens. */
export const guaranteeItem = register({
  id: 'guaranteeItem',
  label: say('展会保障清单', 'Guarantee items of shows'),
  prefix: 'ZHBZ',
  columns: {
    event: row(say('展会', 'Show'), 'event', { required: true }),
    item: choice(
      say('保障事项', 'Item'),
      [
        ['traffic', '交通组织', 'Traffic'],
        ['order', '治安秩序', 'Police order'],
        ['fire', '消防', 'Fire'],
        ['stands', '展台结构', 'Structure of stands'],
        ['electricity', '用电', 'Electricity'],
        ['food', '食品', 'Food'],
        ['medical', '医疗', 'Medical'],
        ['appearance', '市容环境', 'City appearance'],
        ['trucks', '泥头车疏导', 'Muck-truck diversion'],
        ['communication', '通信', 'Communication'],
        ['weather', '气象预案', 'Weather plan'],
      ],
      { required: true },
    ),
    dueOffset: choice(
      say('完成节点', 'Due'),
      [
        ['T-30', '开展前30天', '30 days before'],
        ['T-15', '开展前15天', '15 days before'],
        ['T-7', '开展前7天', '7 days before'],
        ['T-3', '开展前3天', '3 days before'],
        ['T-1', '开展前1天', '1 day before'],
      ],
      { required: true },
    ),
    dueOn: date(say('应完成日期', 'Due on'), { required: true }),
    ownerUnit: unit(say('责任单位', 'Unit in charge'), { required: true }),
    closedOn: date(say('完成日期', 'Closed on'), { notInFuture: true }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
    ...provenance,
  },
  key: ['event', 'item', 'dueOffset'],
  lifecycle: {
    initial: 'open',
    states: { open: state('未完成', 'open'), closed: state('已完成', 'closed') },
    moves: {
      close: {
        label: say('完成', 'Close'),
        from: ['open'],
        to: 'closed',
        by: ['handler', 'communityStaff'],
        needs: ['closedOn'],
      },
      reopen: {
        label: say('重开', 'Reopen'),
        from: ['closed'],
        to: 'open',
        by: ['handler', 'unitHead'],
        because: true,
      },
    },
  },
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'dueOn',
      serves: { measure: 'guaranteeItemsDue' },
      says: say('应完成的保障事项', 'Guarantee items due'),
    },
    {
      gives: 'one',
      datedBy: 'closedOn',
      serves: { measure: 'guaranteeItemsInTime' },
      says: say('按时完成的保障事项', 'Guarantee items closed in time'),
      when: { all: [{ state: ['closed'] }, { column: 'closedOn', notAfter: 'dueOn' }] },
    },
  ],
  source: book1('§C T02'),
})
