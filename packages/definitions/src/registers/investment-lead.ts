import {
  type Condition,
  choice,
  count,
  date,
  evidence,
  type Lifecycle,
  longText,
  money,
  phone,
  quantity,
  register,
  row,
  state,
  text,
  uscc,
  yesNo,
} from '@guatu/core/fact'
import { decimal } from '@guatu/core/shared'
import { everybody } from './access.ts'
import { asked, belonging, book1, countsOne, limit, provenance, say } from './common.ts'
import { clusters } from './lists.ts'

const zero = decimal(0)
const ofSubtype = (...types: readonly string[]): Condition => ({ column: 'subtype', is: types })
const landed: Condition = { state: ['registered', 'statEnrolled'] }
const open = ['identified', 'contacted', 'visited', 'negotiating', 'siteMatched', 'signed', 'registered']
const t19 = book1('§C T19 [T]')

/** A lead may skip stages forward; backward it goes with a reason only. */
const forward = (to: string): readonly string[] => ['paused', ...open.slice(0, Math.max(1, open.indexOf(to)))]

const lifecycle: Lifecycle = {
  initial: 'identified',
  states: {
    identified: state('线索', 'identified'),
    contacted: state('已对接', 'contacted'),
    visited: state('已考察', 'visited'),
    negotiating: state('洽谈', 'negotiating'),
    siteMatched: state('选址', 'site matched'),
    signed: state('签约', 'signed'),
    registered: state('注册', 'registered'),
    statEnrolled: state('纳统', 'enrolled', { end: true }),
    lost: state('流失', 'lost', { end: true }),
    paused: state('暂缓', 'paused'),
  },
  moves: {
    contact: {
      label: say('对接', 'Contact'),
      from: forward('contacted'),
      to: 'contacted',
      by: ['handler'],
      within: { limit: limit('lead.contact', 3, 'workday', t19) },
    },
    visit: { label: say('考察', 'Visit'), from: forward('visited'), to: 'visited', by: ['handler'] },
    negotiate: { label: say('洽谈', 'Negotiate'), from: forward('negotiating'), to: 'negotiating', by: ['handler'] },
    matchSite: {
      label: say('选址', 'Match a site'),
      from: forward('siteMatched'),
      to: 'siteMatched',
      by: ['handler'],
      needs: ['space'],
    },
    sign: {
      label: say('签约', 'Sign'),
      from: forward('signed'),
      to: 'signed',
      by: ['unitHead'],
      within: { limit: limit('lead.decide', 10, 'workday', t19) },
      needs: ['signedOn', 'evidence'],
    },
    registerFirm: {
      label: say('注册', 'Register'),
      from: forward('registered'),
      to: 'registered',
      by: ['unitHead'],
      needs: ['uscc', 'landedOn', 'evidence'],
    },
    enrol: {
      label: say('纳统', 'Enrol'),
      from: ['registered'],
      to: 'statEnrolled',
      by: ['unitHead'],
      needs: ['enrolledOn', 'evidence'],
    },
    stepBack: {
      label: say('退回洽谈', 'Step back'),
      from: ['siteMatched', 'signed'],
      to: 'negotiating',
      by: ['handler'],
      because: true,
    },
    lose: { label: say('流失', 'Lose'), from: [...open, 'paused'], to: 'lost', by: ['handler'], needs: ['lostReason'] },
    pause: { label: say('暂缓', 'Pause'), from: open, to: 'paused', by: ['handler'], because: true },
  },
}

/** 招商线索台账: one row is one firm that may come; its contact is a post and a switchboard. */
export const investmentLead = register({
  id: 'investmentLead',
  label: say('招商项目台账', 'Investment leads'),
  prefix: 'ZS',
  columns: {
    subtype: choice(
      say('线索类别', 'Kind of lead'),
      [
        ['general', '一般招商', 'General'],
        ['exhibitionOrg', '会展机构', 'Exhibition organiser'],
        ['exhibitionSource', '展会线索', 'From a show'],
        ['hk', '港资', 'Hong Kong'],
        ['ocean', '海洋产业', 'Ocean'],
        ['retailBrand', '商业品牌', 'Retail brand'],
      ],
      { required: true },
    ),
    orgName: text(say('企业（机构）名称', 'Organisation'), 120, { required: true }),
    uscc: uscc(say('统一社会信用代码', 'USCC'), { requiredWhen: landed }),
    sector: text(say('行业', 'Sector'), 60, { required: true }),
    cluster: choice(say('产业集群', 'Cluster'), clusters),
    gapNode: text(say('补链环节', 'Gap in the chain'), 60),
    ...belonging,
    sourceType: choice(
      say('线索来源', 'Source'),
      [
        ['event', '招商活动', 'Event'],
        ['exhibition', '展会', 'Exhibition'],
        ['association', '协会', 'Association'],
        ['park', '园区', 'Park'],
        ['leadingFirm', '龙头企业', 'Leading firm'],
        ['district', '区推介', 'District'],
        ['self', '自主', 'Self'],
      ],
      { required: true },
    ),
    sourceEvent: row(say('来源活动', 'From the event'), 'event', {
      requiredWhen: { column: 'sourceType', is: ['event', 'exhibition'] },
    }),
    foundOn: date(say('线索日期', 'Found on'), { required: true, notInFuture: true }),
    contactPost: text(say('对接岗位', 'Contact, by post'), 60),
    contactPhone: phone(say('单位电话', 'Switchboard')),
    plannedInvestment: money(say('计划投资', 'Investment planned'), '万元'),
    expectedOutput: money(say('预计产值', 'Output expected'), '万元'),
    keyProject: yesNo(say('重点项目', 'Key project')),
    space: row(say('意向空间', 'Space in view'), 'space'),
    nextAction: longText(say('下一步', 'Next step'), 2000),
    nextActionDue: date(say('下一步时限', 'Next step due')),
    signedOn: date(say('签约日期', 'Signed on'), { notInFuture: true }),
    landedOn: date(say('落地（注册）日期', 'Landed on'), { notInFuture: true }),
    enrolledOn: date(say('纳统日期', 'Enrolled on'), { notInFuture: true }),
    lostReason: longText(say('流失原因', 'Why lost'), 500),
    ...asked(ofSubtype('exhibitionOrg'), {
      hqCountry: text(say('总部国别', 'Country'), 40, { required: true }),
      globalRank: count(say('全球排名', 'Rank in the world'), '名', { min: decimal(1) }),
      ufiMember: yesNo(say('UFI 会员', 'Member of UFI')),
      topOrganiser: yesNo(say('列入世界顶级名单', 'On the list of top organisers')),
      annualArea: quantity(say('年办展面积', 'Area a year'), { unit: 'm2', scale: 2, min: zero }),
      showsInVenue: count(say('在馆展会数', 'Shows in the venue'), '场'),
      landingForm: choice(say('落户形式', 'Form of landing'), [
        ['company', '公司', 'Company'],
        ['branch', '分支机构', 'Branch'],
        ['jointVenture', '合资', 'Joint venture'],
        ['longAgreement', '长期办展协议', 'Long agreement'],
      ]),
      agreement: row(say('办展协议', 'Hosting agreement'), 'agreement', {
        requiredWhen: { all: [{ column: 'landingForm', is: 'longAgreement' }, { state: ['signed'] }] },
      }),
    }),
    evidence: evidence(say('佐证材料', 'Evidence'), ['E1', 'E2', 'E4']),
    ...provenance,
  },
  key: ['orgName', 'sector'],
  rules: [{ kind: 'inOrder', columns: ['foundOn', 'signedOn', 'landedOn', 'enrolledOn'] }],
  lifecycle,
  privacy: 'L2',
  evidence: 'evidence',
  access: everybody,
  feeds: [
    countsOne('foundOn', 'leadsFound', '招商线索', 'Leads', { column: 'subtype', filled: true }),
    countsOne('foundOn', 'exhibitionLeads', '展会招商线索', 'Leads from shows', {
      column: 'sourceType',
      is: 'exhibition',
    }),
    countsOne('foundOn', 'oceanLeads', '海洋产业线索', 'Ocean leads', ofSubtype('ocean')),
    countsOne('foundOn', 'gapLeads', '补链线索', 'Leads that fill a gap', { column: 'gapNode', filled: true }),
    {
      ...countsOne('landedOn', 'topOrganisersLanded', '落户的世界顶级会展机构', 'Top organisers landed', landed, {
        column: 'topOrganiser',
        is: true,
      }),
      anyOf: ['E1'],
    },
    {
      ...countsOne('landedOn', 'exhibitionLeadsLanded', '展会线索落地', 'Leads from shows that landed', landed, {
        column: 'sourceType',
        is: 'exhibition',
      }),
      anyOf: ['E1'],
    },
    {
      ...countsOne('landedOn', 'keyProjectsLanded', '落地的重点项目', 'Key projects landed', landed, {
        column: 'keyProject',
        is: true,
      }),
      anyOf: ['E1'],
    },
    { ...countsOne('landedOn', 'firmsRegistered', '新增注册企业', 'Firms registered', landed), anyOf: ['E1'] },
  ],
  source: book1('§D R09、§C T01 T03 T19 T21 T35'),
})

/** 招商跟进记录: one row is one step of a lead; a lead without one for two weeks is stale. */
export const investmentLeadLog = register({
  id: 'investmentLeadLog',
  label: say('招商跟进记录', 'Steps of investment leads'),
  prefix: 'ZSGJ',
  columns: {
    lead: row(say('线索', 'Lead'), 'investmentLead', { required: true }),
    stage: text(say('阶段', 'Stage'), 40, { required: true }),
    on: date(say('日期', 'Day'), { required: true, notInFuture: true }),
    actorPost: text(say('跟进岗位', 'Post'), 60, { required: true }),
    note: longText(say('跟进情况', 'What was said'), 2000),
    ...provenance,
  },
  key: ['lead', 'on', 'stage', 'actorPost'],
  privacy: 'L2',
  access: everybody,
  feeds: [
    {
      gives: 'one',
      datedBy: 'on',
      serves: { measure: 'leadStepsTaken' },
      says: say('跟进次数', 'Steps taken'),
    },
  ],
  source: book1('§D R09 stageLog'),
})
