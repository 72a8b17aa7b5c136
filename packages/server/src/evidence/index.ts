export { evidencePolicy } from './policy.ts'
export { downloads, evidenceRoutes } from './routes.ts'
export { addEvidence, evidenceById, type KeptEvidence, presentEvidence } from './store.ts'
export { takeIn } from './take-in.ts'
