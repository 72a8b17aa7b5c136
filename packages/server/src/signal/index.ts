export { type JudgedTarget, type JudgedTask, type Judging, judgePlan } from './judge-plan.ts'
export { signalPolicy } from './policy.ts'
export { inPrintedUnit, signalRoutes } from './routes.ts'
