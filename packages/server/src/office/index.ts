export { type OpenItems, officeApprovals } from './approvals.ts'
export type { OpenOfUnit } from './close.ts'
export { applyForHolding, confirm, end, type Keeper, makePost } from './hold.ts'
export { peopleRoutes } from './people-routes.ts'
export { addOfficer, addPost, disabledOf, holdersOf, holdingsOf, holdPeople, linesOf, postsOf } from './people-store.ts'
export { applying, confirming, officePolicy } from './policy.ts'
export { officeRoutes, sessionFor } from './routes.ts'
export {
  addHolding,
  addUnits,
  insertOffice,
  isOpenUnit,
  type KeptUnit,
  makeOffice,
  officersOf,
  openSample,
  unitsOf,
  yearsOf,
} from './store.ts'
