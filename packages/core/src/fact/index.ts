export * from './entry.ts'
export * from './problems.ts'
export * from './read-row.ts'
export * from './register.ts'
