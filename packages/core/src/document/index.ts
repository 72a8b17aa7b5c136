export * from './map-mark.ts'
export * from './own-months.ts'
export * from './schematic.ts'
