export { approvalPolicy } from './policy.ts'
export { approvalRoutes } from './routes.ts'
export { papersOf, stateOf } from './store.ts'
