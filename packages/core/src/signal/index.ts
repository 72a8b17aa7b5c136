export * from './from-indicators.ts'
export * from './light.ts'
export * from './pace.ts'
