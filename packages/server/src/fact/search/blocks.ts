import { assert } from '@guatu/core/shared'

/** So many versions lie in one block of the index: one bit for each fits well into a row of the database. */
export const blockSize = 8192

const mapBytes = blockSize / 8
// From here on one bit for each place of the block takes no more room than a list.
const listMax = mapBytes / 2

/** Places within one block, a bit for each. */
export type Bits = Uint32Array

const wordsOfBits = blockSize / 32

export const noBits = (): Bits => new Uint32Array(wordsOfBits)
export const allBits = (): Bits => new Uint32Array(wordsOfBits).fill(0xffffffff)

/** Places as they are kept: few as a list, many as one bit for each place of the block. */
export function packed(bits: Bits): Buffer {
  const places = placesOf(bits)
  if (places.length >= listMax) return Buffer.from(bits.buffer, bits.byteOffset, mapBytes)
  const list = Buffer.alloc(places.length * 2)
  for (const [i, place] of places.entries()) list.writeUInt16LE(place, i * 2)
  return list
}

export function unpacked(kept: Buffer): Bits {
  const bits = noBits()
  if (kept.length === mapBytes) {
    for (let i = 0; i < wordsOfBits; i += 1) bits[i] = kept.readUInt32LE(i * 4)
    return bits
  }
  for (let at = 0; at < kept.length; at += 2) addPlace(bits, kept.readUInt16LE(at))
  return bits
}

export function addPlace(bits: Bits, place: number): void {
  assert(place >= 0 && place < blockSize, 'a place lies within its block')
  bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31))
}

const each =
  (of: (a: number, b: number) => number) =>
  (a: Bits, b: Bits): Bits =>
    a.map((word, i) => of(word, b[i] ?? 0))

export const both = each((a, b) => a & b)
export const either = each((a, b) => a | b)
export const without = each((a, b) => a & ~b)

/** The places that are set, in their order. */
export function placesOf(bits: Bits): number[] {
  const places: number[] = []
  for (const [i, word] of bits.entries())
    for (let left = word; left !== 0; left &= left - 1) places.push(i * 32 + 31 - Math.clz32(left & -left))
  return places
}
