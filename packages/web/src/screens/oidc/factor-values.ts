/** Values as they are typed in one line, apart by commas, Chinese or not, or by spaces: each once. */
export const factorValuesOf = (typed: string): string[] => [
  ...new Set(typed.split(/[\s,，、;；]+/).filter((value) => value !== '')),
]
