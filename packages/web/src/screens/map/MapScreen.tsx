import type { MapChart } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { mapQuery } from '../../api/map.ts'
import { MapLegend } from '../../charts/map/MapLegend.tsx'
import { MapView } from '../../charts/map/MapView.tsx'
import { useAsOf, useUrls } from '../../shell/url.ts'
import { Checkbox } from '../../ui/Choices.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { dayWords, instantWords } from '../../words/dates.ts'
import { m, say } from '../../words/index.ts'
import { CellList } from './CellList.tsx'
import { isShown, switched } from './layers.ts'
import styles from './map.module.css'
import { PointCard } from './PointCard.tsx'

/** 一张图: the communities and the rows that lie in them, as of the day of the bar above. */
export default function MapScreen() {
  const [{ layers, cell, row }, set] = useUrls(['layers', 'cell', 'row'])
  const found = useQuery(mapQuery({ ...useAsOf(), layers }))
  return (
    <Page title={m.map_title()} says={found.data && <Says chart={found.data} />} wide>
      <Loaded
        query={found}
        isEmpty={({ cells, layers: all }) => cells.length === 0 && all.length === 0}
        empty={<Empty title={m.map_empty()} />}
      >
        {(chart) => {
          const at = chart.points.findIndex(({ id }) => id === row)
          const point = chart.points[at]
          return (
            <div className={styles.screen}>
              <div className={styles.map}>
                <Layers chart={chart} asked={layers} onAsk={(next) => set({ layers: next })} />
                <MapLegend points={chart.points} />
                <MapView
                  chart={chart}
                  picked={{ cell: cell ?? null, point: at < 0 ? null : at }}
                  onCell={(id) => set({ cell: id, row: undefined })}
                  onPoint={(i) => set({ row: chart.points[i]?.id, cell: chart.points[i]?.cell })}
                  addressOf={(id) => `/map?${new URLSearchParams({ cell: id })}`}
                />
              </div>
              <aside className={styles.beside} aria-label={m.map_beside()}>
                {point && <PointCard point={point} chart={chart} onClose={() => set({ row: undefined })} />}
                <CellList chart={chart} open={cell} onOpen={(id) => set({ cell: id, row: undefined })} />
              </aside>
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}

interface LayersProps {
  readonly chart: MapChart
  readonly asked: string | undefined
  readonly onAsk: (layers: string | undefined) => void
}

/** The registers to switch on and off; of those without a row only how many they are. */
function Layers({ chart, asked, onAsk }: LayersProps) {
  // What is switched off is not counted: it may hold rows.
  const held = chart.layers.filter(({ rows }) => rows !== 0)
  const ids = held.map(({ id }) => id)
  const empty = chart.layers.length - held.length
  return (
    <fieldset className={styles.layers}>
      <legend>{m.map_layers()}</legend>
      {held.map(({ id, label, rows }) => (
        <Checkbox
          key={id}
          label={rows === null ? say(label) : m.map_layer({ layer: say(label), count: rows })}
          checked={isShown(asked, id)}
          onChange={(isOn) => onAsk(switched(asked, ids, id, isOn))}
        />
      ))}
      {empty > 0 && <span className={styles.empty}>{m.map_layers_empty({ count: empty })}</span>}
    </fieldset>
  )
}

/** What kind of picture it is, before anybody takes it for a survey. */
function Says({ chart }: { readonly chart: MapChart }) {
  return (
    <>
      <p className={styles.says}>
        {chart.drawn ? (
          m.map_drawn_says({ source: chart.drawn.source, at: instantWords(chart.drawn.at) })
        ) : (
          <>
            <b className={styles.kind}>{m.map_schematic()}</b>
            {m.map_schematic_says()}
          </>
        )}
      </p>
      <p className={styles.says}>
        {m.map_as_of({ day: dayWords(chart.on) })}
        {chart.partial && m.map_partial()}
        {chart.omitted > 0 && m.map_omitted({ count: chart.omitted })}
      </p>
    </>
  )
}
