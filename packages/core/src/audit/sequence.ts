/** Which numbers have come by so far, and which are still out. */
export interface Sequence {
  readonly last: number
  readonly missing: readonly { readonly from: number; readonly to: number }[]
}

export const noSequence: Sequence = { last: 0, missing: [] }

/** Takes the next number: `next` where it is the one after the last or a later one, else what is wrong with it. */
export function taken({ last, missing }: Sequence, seq: number): [Sequence, 'next' | 'order' | 'duplicate'] {
  if (seq === last + 1) return [{ last: seq, missing }, 'next']
  if (seq > last) return [{ last: seq, missing: [...missing, { from: last + 1, to: seq - 1 }] }, 'next']
  const hole = missing.find(({ from, to }) => from <= seq && seq <= to)
  if (!hole) return [{ last, missing }, 'duplicate']
  const rest = [
    { from: hole.from, to: seq - 1 },
    { from: seq + 1, to: hole.to },
  ].filter(({ from, to }) => from <= to)
  return [{ last, missing: missing.flatMap((one) => (one === hole ? rest : [one])) }, 'order']
}
