export { fileBytesMax } from './limits.ts'
export { readFile, readSheets } from './read-file.ts'
export { Refusal } from './refusal.ts'
export { openPackage, type Package } from './zip.ts'
