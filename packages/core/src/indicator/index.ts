export * from './from-facts.ts'
