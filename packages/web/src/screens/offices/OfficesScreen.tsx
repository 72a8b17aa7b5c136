import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type OfficeRow, officesQuery } from '../../api/offices.ts'
import { useUrl } from '../../shell/url.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { NewOfficeForm } from './NewOfficeForm.tsx'
import { OfficeList } from './OfficeList.tsx'
import { SamplePart } from './SamplePart.tsx'

/** 单位: the offices of this server. It needs no seat, so it is also where one lands who has none. */
export default function OfficesScreen() {
  const offices = useQuery(officesQuery)
  return <Loaded query={offices}>{({ offices: rows }) => <Offices offices={rows} />}</Loaded>
}

function Offices({ offices }: { readonly offices: readonly OfficeRow[] }) {
  const me = useSeat()
  const [adding, setAdding] = useUrl('add')
  const none = offices.length === 0
  const open = none || adding !== undefined
  return (
    <Page
      title={m.nav_offices()}
      says={none ? m.offices_none() : me === null ? m.offices_no_seat() : m.offices_says()}
      tools={
        <>
          {me?.office.kind !== 'formal' && (
            <Link to="/first-run" className={buttonClass({})}>
              {m.first_menu()}
            </Link>
          )}
          {!open && (
            <Button look="primary" onClick={() => setAdding('1')}>
              {m.offices_new()}
            </Button>
          )}
        </>
      }
    >
      {open && (
        <Section
          title={m.offices_new()}
          tools={
            !none && (
              <Button look="quiet" onClick={() => setAdding(undefined)}>
                {m.close()}
              </Button>
            )
          }
        >
          <NewOfficeForm />
        </Section>
      )}
      {!none && (
        <Section title={m.offices_list()}>
          <OfficeList offices={offices} here={me?.office.id} />
        </Section>
      )}
      <Section title={m.offices_sample()}>
        <SamplePart exists={offices.some(({ sample }) => sample)} />
      </Section>
    </Page>
  )
}
