import { type Register, registersTogether } from '@guatu/core/fact'
import { workdays } from '../calendars/holidays.ts'
import { agreement, agreementScore } from './agreement.ts'
import { appeal, appealPause } from './appeal.ts'
import { assistance } from './assistance.ts'
import { chainNode } from './chain-node.ts'
import { compensationUnit } from './compensation-unit.ts'
import { demand, demandProposal } from './demand.ts'
import { disputeCase } from './dispute-case.ts'
import { enforcementCase } from './enforcement-case.ts'
import { enterprise, enterpriseMetric } from './enterprise.ts'
import { event } from './event.ts'
import { facility } from './facility.ts'
import { guaranteeItem } from './guarantee-item.ts'
import { historicBuilding } from './historic-building.ts'
import { illegalBuilding, satellitePatch } from './illegal-building.ts'
import { inspection, inspectionItem, operationCount } from './inspection.ts'
import { investmentLead, investmentLeadLog } from './investment-lead.ts'
import { issue } from './issue.ts'
import { labourCase } from './labour-case.ts'
import { listCriterion, listEntry } from './list-entry.ts'
import { meetingItem, meetingRecord } from './meeting-record.ts'
import { nonPenalty } from './non-penalty.ts'
import { openingBalanceOf } from './opening-balance.ts'
import { organisation, organisationSeat } from './organisation.ts'
import { parcel } from './parcel.ts'
import { parkingSurvey } from './parking-survey.ts'
import { patrol } from './patrol.ts'
import { place } from './place.ts'
import { progress } from './progress.ts'
import { project } from './project.ts'
import {
  buildingProgress,
  projectInvestment,
  projectOutput,
  projectPayment,
  projectPermit,
  projectProblem,
  projectQuantity,
  projectStage,
  renewalItem,
} from './project-parts.ts'
import { reading } from './reading.ts'
import { reportItem } from './report-item.ts'
import { dutyShift, response, responseAction, warningSignal } from './response.ts'
import { responsibility } from './responsibility.ts'
import { space } from './space.ts'
import { stockItem, stockMinimum, stockMovement } from './stock.ts'

const under = (zh: string, en: string, ...members: readonly Register[]): readonly Register[] =>
  members.map((register) => ({ ...register, topic: { zh, en } }))

const ofTheBooks = registersTogether([
  ...under(
    '活动与组织',
    'Events and organisations',
    event,
    guaranteeItem,
    organisation,
    organisationSeat,
    meetingRecord,
    meetingItem,
    reportItem,
    assistance,
  ),
  ...under(
    '项目与设施',
    'Projects and facilities',
    project,
    projectStage,
    projectInvestment,
    projectQuantity,
    projectOutput,
    projectPermit,
    projectPayment,
    projectProblem,
    renewalItem,
    buildingProgress,
    facility,
    historicBuilding,
  ),
  ...under(
    '土地与空间',
    'Land and space',
    parcel,
    compensationUnit,
    demand,
    demandProposal,
    space,
    illegalBuilding,
    satellitePatch,
  ),
  ...under(
    '企业与招商',
    'Enterprises and investment',
    enterprise,
    enterpriseMetric,
    investmentLead,
    investmentLeadLog,
    appeal,
    appealPause,
    chainNode,
  ),
  ...under(
    '巡查与执法',
    'Inspection and enforcement',
    place,
    inspection,
    inspectionItem,
    operationCount,
    issue,
    enforcementCase,
    nonPenalty,
    patrol,
    parkingSurvey,
  ),
  ...under(
    '平安与应急',
    'Safety and emergencies',
    disputeCase,
    labourCase,
    warningSignal,
    response,
    responseAction,
    dutyShift,
    stockItem,
    stockMinimum,
    stockMovement,
  ),
  ...under('责任与清单', 'Duties and lists', listEntry, listCriterion, agreement, agreementScore, responsibility),
  ...under('统计读数', 'Reported figures', reading),
])

/** Every register that the office works with; the one for whatever has none of its own comes first. */
export const registers = registersTogether([
  progress,
  openingBalanceOf(ofTheBooks),
  ...ofTheBooks.map((register) => (register.lifecycle ? { ...register, workdays } : register)),
])
