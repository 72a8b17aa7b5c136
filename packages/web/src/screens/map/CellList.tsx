import type { MapCell, MapChart } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { MapShape } from '../../charts/map/MapLegend.tsx'
import { cellWords, pointWords } from '../../charts/map/wording.ts'
import { Button } from '../../ui/Button.tsx'
import { linkClass } from '../../ui/link.ts'
import { m, say } from '../../words/index.ts'
import styles from './map.module.css'

/** The map in words: every community with its rows, those of the one that is open listed one by one. */
export function CellList({
  chart,
  open,
  onOpen,
}: {
  readonly chart: MapChart
  readonly open: string | undefined
  readonly onOpen: (id: string | undefined) => void
}) {
  return (
    <ul className={styles.cells}>
      {chart.cells.map((cell) => {
        const isOpen = cell.id === open
        return (
          <li key={cell.id}>
            <button
              type="button"
              className={styles.cellName}
              aria-expanded={isOpen}
              onClick={() => onOpen(isOpen ? undefined : cell.id)}
            >
              {say(cell.label)}
            </button>
            <p className={styles.says}>{cellWords(cell)}</p>
            {isOpen && <Rows chart={chart} cell={cell} />}
          </li>
        )
      })}
    </ul>
  )
}

const rowsAtOnce = 50

function Rows({ chart, cell }: { readonly chart: MapChart; readonly cell: MapCell }) {
  const [shown, setShown] = useState(rowsAtOnce)
  const here = chart.points.filter((point) => point.cell === cell.id)
  const left = here.length - shown
  return (
    <>
      <ul className={styles.rows}>
        {here.slice(0, shown).map((point) => (
          <li key={point.id}>
            <MapShape mark={point.mark} />
            <Link to="/ledger/$entryId" params={{ entryId: point.id }} className={linkClass}>
              {pointWords(point, chart)}
            </Link>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button small onClick={() => setShown(shown + rowsAtOnce)}>
          {m.map_more({ count: left })}
        </Button>
      )}
    </>
  )
}
