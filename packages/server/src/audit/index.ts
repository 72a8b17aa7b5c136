export { auditPolicy } from './policy.ts'
export { auditRoutes } from './routes.ts'
