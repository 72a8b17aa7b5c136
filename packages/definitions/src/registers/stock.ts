import {
  type Condition,
  choice,
  count,
  date,
  evidence,
  type Feed,
  longText,
  percentage,
  quantity,
  register,
  row,
  text,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { belonging, book2, keptFor, parameter, provenance, say } from './common.ts'

const zero = decimal(0)
const r13 = book2('§C R13、§B B12')

/** 物资台账: one row is one article in one warehouse. What there is of it, its movements say. */
export const stockItem = register({
  id: 'stockItem',
  label: say('物资台账', 'Stock'),
  prefix: 'WZ',
  columns: {
    itemCode: text(say('物资编码', 'Code'), 40, { required: true }),
    name: text(say('品名', 'Name'), 60, { required: true }),
    spec: text(say('规格', 'Specification'), 60),
    measure: text(say('计量单位', 'Unit'), 20, { required: true }),
    purpose: choice(
      say('用途', 'Purpose'),
      [
        ['flood', '三防', 'Flood'],
        ['fire', '消防', 'Fire'],
        ['shelter', '安置', 'Shelter'],
        ['general', '综合', 'General'],
      ],
      { required: true },
    ),
    warehouse: row(say('仓库', 'Warehouse'), 'facility', { required: true }),
    ...belonging,
    dailyUse: quantity(say('日用量', 'Use in a day'), { scale: 2, min: zero }),
    leadDays: count(say('补货天数', 'Days to restock'), '天'),
    shelfLifeDays: count(say('保质期', 'Shelf life'), '天'),
    custodianPost: text(say('保管岗位', 'Post of the custodian'), 60, { required: true }),
    enteredOn: date(say('建账日期', 'Opened on'), { required: true, notInFuture: true }),
    ...provenance,
  },
  key: ['itemCode', 'warehouse'],
  privacy: 'L1',
  access: everybody,
  feeds: [],
  source: r13,
})

/** 最低储备: how much of an article has to be there from a day on, and by what it was worked out. */
export const stockMinimum = register({
  id: 'stockMinimum',
  label: say('最低储备', 'Least stock'),
  prefix: 'WZZD',
  columns: {
    item: row(say('物资', 'Article'), 'stockItem', { required: true }),
    from: date(say('起用日期', 'In force from'), { required: true }),
    basis: choice(
      say('测算依据', 'Worked out by'),
      [
        ['waterloggingPoints', '内涝点', 'Waterlogging points'],
        ['communities', '社区', 'Communities'],
        ['rescueTeam', '救援队人数', 'Rescue team'],
        ['shelterPlaces', '安置容量', 'Shelter places'],
        ['fixed', '固定数', 'Fixed'],
      ],
      { required: true },
    ),
    basisCount: quantity(say('依据数量', 'How many of it'), { scale: 0, min: zero, required: true }),
    perBasis: quantity(say('每一依据储备', 'For each of it'), { scale: 4, min: zero, required: true }),
    minimum: quantity(say('最低储备量', 'Least stock needed'), { scale: 2, min: zero, required: true }),
    approvedBy: text(say('核定依据', 'Set by'), 120, { required: true }),
    ...provenance,
  },
  key: ['item', 'from'],
  privacy: 'L1',
  access: everybody,
  feeds: [
    {
      gives: { quantity: 'minimum' },
      datedBy: 'from',
      serves: { measure: 'stockMinimum' },
      about: 'item',
      says: say('最低储备量', 'Least stock needed'),
    },
  ],
  source: r13,
})

const movements = [
  ['in', '入库', 'In'],
  ['out', '出库', 'Out'],
  ['reserve', '预留', 'Reserve'],
  ['release', '解除预留', 'Release'],
  ['scrap', '报废', 'Scrap'],
  ['scrapExpired', '过期报废', 'Scrap as expired'],
  ['transferIn', '调入', 'Transfer in'],
  ['transferOut', '调出', 'Transfer out'],
  ['count', '盘点', 'Count'],
] as const
type Movement = (typeof movements)[number][0]
const isOf = (...kinds: readonly Movement[]): Condition => ({ column: 'kind', is: kinds })

const adding = isOf('in', 'release', 'transferIn')
const taking = isOf('out', 'reserve', 'scrap', 'transferOut')
const perishable: Condition = { column: 'expiresOn', filled: true }

const change = (
  datedBy: string,
  figure: string,
  sign: 'plus' | 'minus',
  zh: string,
  en: string,
  ...conditions: readonly Condition[]
): Feed => ({
  gives: { quantity: figure },
  datedBy,
  serves: { measure: 'stockChange' },
  about: 'item',
  says: say(zh, en),
  when: { all: conditions },
  ...(sign === 'minus' && { sign }),
})

/** 物资出入库: one row is one movement. Of a batch, what is still there on its last day is taken away by itself that day. */
export const stockMovement = register({
  id: 'stockMovement',
  label: say('物资出入库', 'Movements of stock'),
  prefix: 'WZCR',
  columns: {
    movementNo: text(say('单据号', 'Movement number'), 64, { required: true }),
    item: row(say('物资', 'Article'), 'stockItem', { required: true }),
    kind: choice(say('出入库类别', 'Kind of movement'), movements, { required: true }),
    movedOn: date(say('日期', 'Day'), { required: true, notInFuture: true }),
    quantity: quantity(say('数量', 'Quantity'), { scale: 2, min: zero, required: true }),
    difference: quantity(say('盘盈盘亏', 'Found more or less'), {
      scale: 2,
      askedWhen: isOf('count'),
      required: true,
    }),
    differenceShare: percentage(say('差异率', 'Share of the difference'), { askedWhen: isOf('count') }),
    headNote: longText(say('负责人说明', 'Note of the head'), 500, {
      requiredWhen: {
        column: 'differenceShare',
        atLeast: parameter(
          'stock.difference',
          say('须说明的盘点差异', 'Difference to be explained'),
          'percent',
          2,
          r13,
        ),
      },
    }),
    batchNo: text(say('批次', 'Batch'), 40),
    producedOn: date(say('生产日期', 'Produced on'), { notInFuture: true }),
    expiresOn: date(say('有效期至', 'Expires on')),
    reason: text(say('事由', 'Reason'), 120),
    response: row(say('相关响应', 'For which response'), 'response'),
    counterpart: text(say('领用（供货）单位', 'Counterpart'), 120),
    paperBack: yesNo(say('单据已签收', 'Receipt signed')),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E4']),
    ...provenance,
  },
  key: ['movementNo', 'item'],
  rules: [
    { kind: 'inOrder', columns: ['producedOn', 'expiresOn'] },
    {
      kind: 'must',
      column: 'quantity',
      when: { not: isOf('count') },
      holds: { column: 'quantity', atLeast: decimal('0.01') },
      says: say('除盘点外，数量要大于零', 'a movement moves something'),
    },
    {
      kind: 'must',
      column: 'movedOn',
      when: { all: [perishable, { any: [adding, taking] }] },
      holds: { column: 'movedOn', notAfter: 'expiresOn' },
      says: say('过了有效期的，只能过期报废', 'what has expired can only be scrapped as expired'),
    },
  ],
  privacy: 'L1',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    change('movedOn', 'quantity', 'plus', '库存增减', 'Change of stock', adding),
    change('movedOn', 'quantity', 'minus', '减少', 'Taken', taking),
    change('movedOn', 'difference', 'plus', '盘点差异', 'Difference of a count', isOf('count')),
    change('expiresOn', 'quantity', 'minus', '到期', 'Expired', adding, perishable),
    change('expiresOn', 'quantity', 'plus', '到期前已用', 'Gone before it expired', taking, perishable),
    {
      gives: 'one',
      datedBy: 'movedOn',
      serves: { measure: 'stockCounts' },
      about: 'item',
      says: say('盘点', 'Counts'),
      when: isOf('count'),
    },
  ],
  retention: keptFor('stockMovement', 5, 'movedOn'),
  source: r13,
})
