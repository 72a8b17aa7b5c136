export { closedTo, mayAct, mayEver, refusedBy } from './access.ts'
export { factApprovals } from './approvals.ts'
export { addCommunityMap, communityMapOf, type KeptCommunities } from './area/community-store.ts'
export { areaPolicy } from './area/policy.ts'
export { areaRoutes } from './area/routes.ts'
export { addArea } from './area/store.ts'
export { allowOf, thingOf, writerOf } from './asking.ts'
export { returnEach } from './batch-steps.ts'
export { correctEntry, moveEntry } from './correct-entry.ts'
export { type Found, rowFor } from './detail.ts'
export { feedablesFor, feedablesIn, feedablesOf } from './feedable.ts'
export { importPolicy } from './import/policy.ts'
export { importRoutes } from './import/routes.ts'
export { sheetOutRoutes } from './import/sheet-out-routes.ts'
export { ledgerRoutes } from './ledger-routes.ts'
export { lastEnteredBy, ownRows, waitingToVerify } from './list/own-rows.ts'
export { type Layer, layersFor } from './map/layers.ts'
export { type RowOnMap, rowsOnMap } from './map/rows-on-map.ts'
export { lockMonth } from './months.ts'
export { ownPolicy } from './own/policy.ts'
export { ownApprovals, ownRoutes } from './own/routes.ts'
export { factPolicy, rowsSeen } from './policy.ts'
export { rowAct } from './present.ts'
export { recordDrafts, recordEntries } from './record-entries.ts'
export { recountWhereMissing } from './recount.ts'
export { type Registers, registersOf } from './registers.ts'
export { factRoutes, type NotCountedIn } from './routes.ts'
export { rowSchemasOf } from './row-schemas.ts'
export { findRows } from './search/find-rows.ts'
export { watchSearch } from './search/keep-index.ts'
export type { ReadingMeasures } from './source/declare.ts'
export { sourceSystemPolicy } from './source/policy.ts'
export { type Behind, behindAt, type Feeds, feedsOf, measuresBehind, oldestOf } from './source/reading-store.ts'
export { sourceSystemRoutes } from './source/routes.ts'
export type { SourceSystemRules } from './source/rules.ts'
export { systemSeatOf } from './source/seat.ts'
export {
  chainOf,
  correctionsOfRegister,
  type Evidence,
  entriesInPieces,
  entriesWithCorrections,
  entryById,
  evidenceFor,
  type KeptEntry,
  keepStatesStill,
} from './store.ts'
export {
  factsOfEntries,
  type KeptSum,
  type MonthSum,
  sumsByMonth,
  sumsInAll,
  sumsOfUnits,
  type UnitSum,
} from './sums.ts'
export { verifyEntries } from './verify-entries.ts'
