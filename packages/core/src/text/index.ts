export * from './report-text.ts'
