export * from './login-name.ts'
export * from './one-time-code.ts'
