export * from './map-mark.ts'
export * from './schematic.ts'
