import type { FirstRun } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { firstRunQuery } from '../../api/first-run.ts'
import { type OfficeRow, officesQuery } from '../../api/offices.ts'
import { entranceBy } from '../../shell/entrance.ts'
import { useUrl } from '../../shell/url.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Button, buttonClass } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { Page, Section } from '../../ui/Page.tsx'
import { Note } from '../../ui/ProblemNote.tsx'
import { m } from '../../words/index.ts'
import { NewOfficeForm } from './NewOfficeForm.tsx'
import { OfficeList } from './OfficeList.tsx'
import { SamplePart } from './SamplePart.tsx'

/** 单位: the offices of this server. It needs no seat, so it is also where one lands who has none. */
export default function OfficesScreen() {
  const me = useSeat()
  // By https nobody chooses an office: one signs in to it.
  return me || isMachine() ? <Listed /> : <BySignIn />
}

function saysOf(none: boolean, isGone: boolean): string {
  if (none) return m.offices_none()
  return isGone ? m.offices_no_seat() : m.offices_says()
}

const isMachine = () => entranceBy(location.protocol) === '/offices'

const BySignIn = () => (
  <Page title={m.nav_offices()} says={m.offices_by_sign_in()}>
    <Link to="/sign-in" className={buttonClass({ look: 'primary' })}>
      {m.nav_sign_in()}
    </Link>
  </Page>
)

function Listed() {
  const offices = useQuery(officesQuery)
  return <Loaded query={offices}>{({ offices: rows }) => <Offices offices={rows} />}</Loaded>
}

function Offices({ offices }: { readonly offices: readonly OfficeRow[] }) {
  const me = useSeat()
  const [adding, setAdding] = useUrl('add')
  const none = offices.length === 0
  const machine = isMachine()
  const { data: firstRun } = useQuery({ ...firstRunQuery, enabled: machine })
  const open = machine && (none || adding !== undefined)
  return (
    <Page
      title={m.nav_offices()}
      says={saysOf(none, me === null && firstRun?.formal !== true)}
      tools={
        <>
          {me?.office.kind !== 'formal' && (
            <Link to="/first-run" className={buttonClass({})}>
              {m.first_menu()}
            </Link>
          )}
          {machine && !open && (
            <Button look="primary" onClick={() => setAdding('new')}>
              {m.offices_new()}
            </Button>
          )}
        </>
      }
    >
      {firstRun?.formal && <InEarnest firstRun={firstRun} />}
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
      {machine && (
        <Section title={m.offices_sample()}>
          <SamplePart exists={offices.some(({ sample }) => sample)} />
        </Section>
      )}
    </Page>
  )
}

/** Where the offices are that began to work in earnest: the list here has them no more. */
function InEarnest({ firstRun: { formalNames, lan } }: { readonly firstRun: FirstRun }) {
  const [address] = lan.addresses
  return (
    <Note tone="ink">
      {m.offices_in_earnest({ names: formalNames.join('」、「') })}{' '}
      {address === undefined ? (
        <Link to="/lan" className={linkClass}>
          {m.first_lan_open()}
        </Link>
      ) : (
        <a href={address} className={linkClass}>
          {address}
        </a>
      )}
    </Note>
  )
}
