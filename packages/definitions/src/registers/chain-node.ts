import { choice, count, date, money, register, text, yesNo } from '@guatu/core/fact'
import { everybody } from './access.ts'
import { belonging, book1, provenance, say } from './common.ts'
import { clusters } from './lists.ts'

/** 产业链环节: one node of the map of a chain, what the office has of it and what comes from elsewhere. */
export const chainNode = register({
  id: 'chainNode',
  label: say('产业链图谱', 'Nodes of industrial chains'),
  prefix: 'LT',
  columns: {
    cluster: choice(say('产业链', 'Chain'), clusters, { required: true }),
    nodeName: text(say('环节', 'Node'), 60, { required: true }),
    ...belonging,
    localFirms: count(say('本地企业数', 'Firms here'), '家', { required: true }),
    localLeader: text(say('本地龙头企业', 'Leading firm here'), 120),
    outsideSupply: text(say('外部供应', 'Supply from elsewhere'), 200),
    outsideValue: money(say('外部采购额', 'Bought elsewhere'), '万元'),
    localBuyers: count(say('本地采购企业数', 'Buyers here'), '家'),
    isGap: yesNo(say('缺链环节', 'Gap'), { required: true }),
    wanted: text(say('拟引进', 'Whom to attract'), 200, { requiredWhen: { column: 'isGap', is: true } }),
    reviewedOn: date(say('更新日期', 'Reviewed on'), { required: true, notInFuture: true }),
    ...provenance,
  },
  key: ['cluster', 'nodeName'],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'reviewedOn',
      serves: { measure: 'chainNodesMapped' },
      says: say('梳理的产业链环节', 'Nodes of chains mapped'),
    },
    {
      gives: 'one',
      datedBy: 'reviewedOn',
      serves: { measure: 'chainGaps' },
      says: say('缺链环节', 'Gaps of chains'),
      when: { column: 'isGap', is: true },
    },
  ],
  source: book1('§C T21 T22'),
})
