import { registers } from './registers/index.ts'
import { auditRules } from './thresholds/audit.ts'
import { exportRules } from './thresholds/export.ts'
import { likenessRules } from './thresholds/likeness.ts'
import { lanRules } from './thresholds/lan.ts'
import { paceRules } from './thresholds/pace.ts'
import { requestRules } from './thresholds/requests.ts'
import { rosterRules } from './thresholds/roster.ts'
import { wallPassRules } from './thresholds/wall-pass.ts'

export { crosswalk, indicators, measures, shared } from './indicators/index.ts'
export { registers } from './registers/index.ts'
export { sheetShapes } from './sheets/index.ts'
export { words } from './words/reading.ts'

/** Everything the office decides, as the program starts with it. Validated while this module loads. */
export const definitions = {
  registers,
  paceRules,
  auditRules,
  requestRules,
  rosterRules,
  exportRules,
  likenessRules,
  lanRules,
  wallPassRules,
} as const
