export { documentPolicy } from './policy.ts'
export { documentRoutes } from './routes.ts'
export type { StartRules } from './start/start-page.ts'
