export { exportPolicy } from './policy.ts'
export { exportRoutes } from './routes.ts'
