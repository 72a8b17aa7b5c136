import { v7, validate } from 'uuid'

/** A UUIDv7 made by us: it sorts by the time it was made, on every database we run on. */
export const newId = (): string => v7()
export const isId = (text: string): boolean => validate(text)
