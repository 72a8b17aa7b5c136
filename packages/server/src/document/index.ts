export { documentPolicy } from './policy.ts'
export { documentRoutes } from './routes.ts'
