import { registersTogether } from '@guatu/core/fact'
import { workdays } from '../calendars/holidays.ts'
import { appeal, appealPause } from './appeal.ts'
import { enterprise, enterpriseMetric } from './enterprise.ts'
import { event } from './event.ts'
import { facility } from './facility.ts'
import { guaranteeItem } from './guarantee-item.ts'
import { inspection, inspectionItem, operationCount } from './inspection.ts'
import { investmentLead, investmentLeadLog } from './investment-lead.ts'
import { issue } from './issue.ts'
import { openingBalanceOf } from './opening-balance.ts'
import { organisation, organisationSeat } from './organisation.ts'
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
import { space } from './space.ts'

const ofTheBooks = registersTogether([
  event,
  guaranteeItem,
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
  reading,
  place,
  inspection,
  inspectionItem,
  operationCount,
  issue,
  organisation,
  organisationSeat,
  investmentLead,
  investmentLeadLog,
  enterprise,
  enterpriseMetric,
  space,
  appeal,
  appealPause,
])

/** Every register that the office works with; the one for whatever has none of its own comes first. */
export const registers = registersTogether([
  progress,
  openingBalanceOf(ofTheBooks),
  ...ofTheBooks.map((register) => (register.lifecycle ? { ...register, workdays } : register)),
])
