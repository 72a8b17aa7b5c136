/** Which layers are shown, as the address says it: nothing is all of them, `none` is none. */
const noLayer = 'none'

export const isShown = (asked: string | undefined, id: string): boolean =>
  asked === undefined || asked.split(',').includes(id)

/** The address with one layer switched on or off; `all` in their order. */
export function switched(
  asked: string | undefined,
  all: readonly string[],
  id: string,
  isOn: boolean,
): string | undefined {
  const shown = all.filter((one) => (one === id ? isOn : isShown(asked, one)))
  if (shown.length === all.length) return undefined
  return shown.length === 0 ? noLayer : shown.join(',')
}
