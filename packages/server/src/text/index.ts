export { fileBytesMax } from './limits.ts'
export { readFile } from './read-file.ts'
export { Refusal } from './refusal.ts'
export { openPackage, type Package } from './zip.ts'
