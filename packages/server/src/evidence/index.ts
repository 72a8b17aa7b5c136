export { evidencePolicy } from './policy.ts'
export { downloads, evidenceRoutes } from './routes.ts'
export { evidenceById, type KeptEvidence, presentEvidence } from './store.ts'
