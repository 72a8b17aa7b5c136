export { makeSample, makeSampleIfEmpty } from './make-sample.ts'
export { makeYear, type WantedYear, type YearNeeds } from './year/make-year.ts'
