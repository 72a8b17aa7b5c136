/** Names typed in one line: `综合办、城建办，` → two names; doubles and blanks are left out. */
export const namesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、，,；;\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
]
