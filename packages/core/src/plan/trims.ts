/** Words without the marks at their end, counted back from there: a search would try every run of marks on the way. */
export function withoutEnd(words: string, marks: string): string {
  let end = words.length
  while (end > 0 && marks.includes(words[end - 1] as string)) end--
  return words.slice(0, end)
}
