import type { SheetShape } from '@guatu/core/fact'
import { compensationLedger } from './compensation-ledger.ts'
import { enterpriseList } from './enterprise-list.ts'
import { eventLedger } from './event-ledger.ts'
import { hazardLedger } from './hazard-ledger.ts'
import { illegalBuildingLedger } from './illegal-building-ledger.ts'
import { monthlyFigures } from './monthly-figures.ts'
import { patchLedger } from './patch-ledger.ts'
import { projectTable } from './project-table.ts'

/** 表样: the ledgers that offices keep in sheets today, each with the register that takes its rows. */
export const sheetShapes: readonly SheetShape[] = [
  eventLedger,
  projectTable,
  hazardLedger,
  enterpriseList,
  monthlyFigures,
  compensationLedger,
  illegalBuildingLedger,
  patchLedger,
]
