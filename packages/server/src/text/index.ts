export { fileBytesMax } from './limits.ts'
export { readFile } from './read-file.ts'
