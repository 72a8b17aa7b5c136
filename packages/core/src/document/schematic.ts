/** A place of the schematic: column and row, counted from the upper left. */
export interface SchematicCell {
  readonly name: string
  readonly column: number
  readonly row: number
}

/** 示意图: equal cells in the order of their names. It says who there is, and nothing of where anybody lies. */
export interface Schematic {
  readonly columns: number
  readonly rows: number
  readonly cells: readonly SchematicCell[]
}

// A screen and a sheet of paper are about four wide and three high.
const widerThanHigh = 4 / 3

/** Lays names out in reading order, always alike for the same names, a little wider than high. */
export function schematicOf(names: readonly string[]): Schematic {
  const columns = Math.ceil(Math.sqrt(names.length * widerThanHigh))
  return {
    columns,
    rows: columns === 0 ? 0 : Math.ceil(names.length / columns),
    cells: names.map((name, i) => ({ name, column: i % columns, row: Math.floor(i / columns) })),
  }
}
