export { approvalPolicy } from './policy.ts'
export { approvalRoutes } from './routes.ts'
export { paperSearch } from './search.ts'
export { papersOf, stateOf } from './store.ts'
