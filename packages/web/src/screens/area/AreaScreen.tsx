import type { OfficeArea } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { areaQuery } from '../../api/area.ts'
import { may } from '../../api/me.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { CommunityPart } from './CommunityPart.tsx'
import { DrawForm } from './DrawForm.tsx'

/** 辖区范围: what coordinates of rows are held against. */
export default function AreaScreen() {
  const me = useSeat()
  const found = useQuery(areaQuery)
  return (
    <Page title={m.area_title()} says={m.area_says()}>
      <Loaded query={found}>
        {(kept) => (
          <>
            <Section title={m.area_now()}>{kept.area ? <Drawn area={kept.area} /> : <p>{m.area_none()}</p>}</Section>
            {me && may(me, 'POST /api/area') && (
              <Section title={m.area_draw()}>
                <DrawForm key={kept.version} version={kept.version} />
              </Section>
            )}
          </>
        )}
      </Loaded>
      <CommunityPart />
    </Page>
  )
}

const places = 4

function Drawn({ area: { ring, marginM, source, by, at } }: { readonly area: NonNullable<OfficeArea['area']> }) {
  const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)]
  const degrees = (value: number) => value.toFixed(places)
  return (
    <>
      <p>{m.area_corners({ count: ring.length, metres: marginM })}</p>
      <p>
        {m.area_span({
          west: degrees(Math.min(...lons)),
          east: degrees(Math.max(...lons)),
          south: degrees(Math.min(...lats)),
          north: degrees(Math.max(...lats)),
        })}
      </p>
      <p>{m.area_by({ name: by, at: instantWords(at), source })}</p>
    </>
  )
}
