import { v5, v7, validate } from 'uuid'

/** A UUIDv7 made by us: it sorts by the time it was made, and within a millisecond by its order, on every database we run on. */
export const newId = (): string => v7()
export const isId = (text: string): boolean => validate(text)

const keyed = '6f4a2c58-27f2-4b0e-9d44-1f8f6a3c9b10'

/** The id that an Idempotency-Key stands for where the thing made is the home of all other keys: the same every time. */
export const idOfKey = (key: string): string => v5(key, keyed)
