import type { Tree } from '@guatu/core/indicator'
import { decimal } from '@guatu/core/shared'
import { curves } from './curves.ts'
import { added, book1, counted, inTime, statistics } from './say.ts'

const all = (measure: string): Tree => ({ kind: 'count', measure, within: 'ever' })

/** Of how many quarters that have a figure so many different things were seen to. */
const eachQuarter = (measure: string, least: number): Tree => ({
  kind: 'passing',
  each: 'quarter',
  of: { kind: 'distinct', measure },
  pass: { atLeast: decimal(least) },
  share: true,
})

/** 企业名单、培育、服务、空间需求 (tasks 8–11, 17–25). */
export const firms = [
  counted('exhibitionChainFirms', '会展产业链企业', 'Firms of the exhibition chain', '家', book1('§E1 01-M1'), {
    of: all('exhibitionChainFirms'),
    proxy: true,
  }),
  counted('commercialLeased', '商业出租率', 'Retail area leased', '%', book1('§C T06、§E1 06-P2'), {
    of: {
      kind: 'ratio',
      of: { kind: 'sum', measure: 'leasedArea', within: 'ever' },
      to: { kind: 'sum', measure: 'leasableArea', within: 'ever' },
    },
    rollsUp: 'anew',
    judged: 'level',
    proxy: true,
  }),
  counted('hkFirmsSurveyed', '港企摸排率', 'Hong Kong firms surveyed', '%', book1('§C T08、§E1 08-P1'), {
    of: {
      kind: 'ratio',
      of: { kind: 'count', measure: 'hkFirmsSurveyed' },
      to: { kind: 'latest', measure: 'hkFirmsInZone', within: 'ever' },
    },
    rollsUp: 'anew',
    judged: 'coverage',
    proxy: true,
  }),
  counted('techNeedsMatched', '匹配的技术需求', 'Technical needs matched', '项', book1('§C T09、§E1 09-P1'), {
    proxy: true,
  }),
  counted('serviceItemsComplete', '标准齐全的服务事项', 'Service items complete', '项', book1('§C T11、§E1 11-P1'), {
    of: all('serviceItemsComplete'),
    proxy: true,
  }),
  counted('serviceCompression', '服务事项时限压缩率', 'Days saved of those by law', '%', book1('§C T11'), {
    of: {
      kind: 'ratio',
      of: {
        kind: 'difference',
        of: { kind: 'sum', measure: 'serviceLegalDays', within: 'ever' },
        less: { kind: 'sum', measure: 'servicePromiseDays', within: 'ever' },
      },
      to: { kind: 'sum', measure: 'serviceLegalDays', within: 'ever' },
    },
    rollsUp: 'anew',
    judged: 'level',
    proxy: true,
  }),
  counted('industryVisited', '规上企业走访率', 'Industrial firms visited', '%', book1('§C T17、§E1 17-P1'), {
    of: { kind: 'ratio', of: { kind: 'distinct', measure: 'enterpriseVisits' }, to: all('industryEnrolled') },
    rollsUp: 'anew',
    judged: 'coverage',
    proxy: true,
  }),
  counted('upgradeAsked', '技改意向摸排率', 'Firms asked about renovation', '%', book1('§C T18、§E1 18-P1'), {
    of: { kind: 'ratio', of: { kind: 'distinct', measure: 'upgradeIntentionsAsked' }, to: all('industryEnrolled') },
    rollsUp: 'anew',
    judged: 'coverage',
    proxy: true,
  }),
  added(
    'newFirmsOutput',
    '新增纳统产值（营收）',
    'Output of firms newly enrolled',
    '万元',
    book1('§C T19、§E1 19-N4'),
    {
      of: { kind: 'cumulative', measure: 'newFirmsOutputYtd' },
      grain: 'enterprise',
      owner: statistics,
      curve: curves.industry,
      alsoSaid: ['新增纳统产值', '新增入统产值', '新增纳统营收', '新增入统产值（营收）'],
    },
  ),
  counted('littleGiantsRecognised', '新增小巨人', 'Little giants recognised', '家', book1('§C T20、§E1 20-N1'), {
    alsoSaid: ['“小巨人”', '新增“小巨人”', '小巨人企业'],
  }),
  counted(
    'specialisedRecognised',
    '新增专精特新企业',
    'Specialised firms recognised',
    '家',
    book1('§C T20、§E1 20-N2'),
    { alsoSaid: ['“专精特新”', '市级“专精特新”', '专精特新企业'] },
  ),
  counted('candidatesReady', '达到推荐分数的后备企业', 'Candidates that reach the score', '家', book1('§C T20'), {
    of: { kind: 'distinct', measure: 'candidatesReady', within: 'ever' },
    proxy: true,
  }),
  counted('librariesReviewed', '培育库按季评审', 'Libraries reviewed each quarter', '%', book1('§C T20、§E1 20-P1'), {
    of: eachQuarter('librariesReviewed', 3),
    rollsUp: 'never',
    judged: 'everyPeriod',
    proxy: true,
  }),
  counted('chainGaps', '缺链环节', 'Gaps of chains', '个', book1('§C T21、§E1 21-P1'), {
    of: all('chainGaps'),
    proxy: true,
  }),
  counted('newIndustryParks', '建成战新园区', 'Parks of strategic industry', '个', book1('§C T22、§E1 22-N1'), {
    of: all('newIndustryParks'),
    grain: 'place',
    alsoSaid: ['战新园区', '战略性新兴产业园区', '特色园区'],
  }),
  counted('parksSurveyed', '摸排空间的园区', 'Parks surveyed for space', '家', book1('§C T23、§E1 23-P1'), {
    grain: 'place',
    proxy: true,
  }),
  inTime(
    'demandsAnswered',
    '空间需求按时答复率',
    'Demands answered in time',
    'demandsAnsweredInTime',
    'demandsDue',
    book1('§C T23、§E1 23-P2'),
    { proxy: true },
  ),
  inTime(
    'demandsMatched',
    '空间需求匹配率',
    'Demands that were met',
    'demandsMatched',
    'demandsClosed',
    book1('§C T23、§E1 23-P2'),
    { proxy: true },
  ),
  counted('serviceTeams', '四上企业五岗配齐率', 'Firms with all five posts', '%', book1('§C T24、§E1 24-P3、§E5.18'), {
    of: { kind: 'ratio', of: all('serviceTeams'), to: all('fourUpEnrolled') },
    rollsUp: 'anew',
    judged: 'coverage',
    proxy: true,
  }),
  counted(
    'policyItemsExecuted',
    '惠企措施按季落实',
    'Measures for firms carried out each quarter',
    '%',
    book1('§C T24、§E1 24-P4'),
    { of: eachQuarter('policyItemsExecuted', 7), rollsUp: 'never', judged: 'everyPeriod', proxy: true },
  ),
  counted('noInspectionShare', '免查企业占比', 'Share on the no-inspection list', '%', book1('§C T25、§E1 25'), {
    of: { kind: 'ratio', of: all('noInspectionListed'), to: all('fourUpEnrolled') },
    rollsUp: 'anew',
    judged: 'level',
    proxy: true,
  }),
  inTime(
    'nonPenaltyRechecked',
    '不予处罚复查率',
    'Decisions not to punish that were rechecked',
    'nonPenaltyRechecked',
    'nonPenaltyDecisions',
    book1('§C T25、§E1 25'),
    { proxy: true },
  ),
] as const
