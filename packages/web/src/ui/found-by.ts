const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Whether a label has every word of what was typed, in any order: `t30 公园` finds `T30.1 新建口袋公园`. */
export const isFoundBy = (label: string, typed: string): boolean => {
  const words = plain(typed).split(/\s+/)
  return words.every((word) => plain(label).includes(word))
}
