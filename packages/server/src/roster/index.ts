export { rosterPolicy } from './policy.ts'
export { rosterRoutes } from './routes.ts'
