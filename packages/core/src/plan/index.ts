export * from './adopt.ts'
export * from './plan.ts'
export * from './review.ts'
export * from './review-problems.ts'
