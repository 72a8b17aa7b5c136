import { workdays } from './calendars/holidays.ts'
import { crosswalk, indicators, measures, shared } from './indicators/index.ts'
import { registers } from './registers/index.ts'
import { readingMeasures } from './registers/reading-measures.ts'
import { auditRules } from './thresholds/audit.ts'
import { exportRules } from './thresholds/export.ts'
import { kindRules } from './thresholds/kinds.ts'
import { lanRules } from './thresholds/lan.ts'
import { likenessRules } from './thresholds/likeness.ts'
import { paceRules } from './thresholds/pace.ts'
import { requestRules } from './thresholds/requests.ts'
import { rosterRules } from './thresholds/roster.ts'
import { sourceSystemRules } from './thresholds/source-systems.ts'
import { startRules } from './thresholds/start.ts'
import { wallPassRules } from './thresholds/wall-pass.ts'

export { registers } from './registers/index.ts'
export { sheetShapes } from './sheets/index.ts'
export { words } from './words/reading.ts'

/** Everything the office decides, as the program starts with it. Validated while this module loads. */
export const definitions = {
  registers,
  paceRules,
  kindRules,
  /** What gives the numbers: every register that is declared feeds its measures. */
  catalogue: { indicators, measures, registers, shared, crosswalk },
  auditRules,
  requestRules,
  rosterRules,
  exportRules,
  likenessRules,
  lanRules,
  wallPassRules,
  sourceSystemRules,
  startRules,
  readingMeasures,
  workdays,
} as const
