export { quickSamplesOf, type Samples, yearSamplesOf } from './samples.ts'
export type { WantedYear, YearNeeds } from './year/make-year.ts'
