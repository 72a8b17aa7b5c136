/** What a stage's routes are made with; how a door works lies in `http/`. */
export type { Ask } from './http/ask.ts'
export { keyOf } from './http/ask.ts'
export { attach } from './http/attach.ts'
export { type Since, type Theirs, versionConflict } from './http/conflict.ts'
export { doorsOf } from './http/doors.ts'
export type { Ground, Looking } from './http/ground.ts'
export { letIn, letLook } from './http/let-in.ts'
export { sendProblem } from './http/send-problem.ts'
