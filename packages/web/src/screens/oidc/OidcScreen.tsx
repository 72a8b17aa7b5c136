import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { may } from '../../api/me.ts'
import { providersQuery } from '../../api/oidc.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { LinksPart } from './LinksPart.tsx'
import styles from './oidc.module.css'
import { ProposeForm } from './ProposeForm.tsx'
import { ProviderLine } from './ProviderLine.tsx'

/** 统一身份认证: the settings of the unit's own login, proposed by one administrator and confirmed by another; who is whom there. */
export default function OidcScreen() {
  const me = useSeat()
  const providers = useQuery(providersQuery)
  return (
    <Page
      title={m.oidc_title()}
      says={m.oidc_says()}
      tools={
        <Link to="/people" className={buttonClass({})}>
          {m.nav_people()}
        </Link>
      }
    >
      <Section title={m.oidc_settings()}>
        <Loaded
          query={providers}
          isEmpty={(found) => found.providers.length === 0}
          empty={<p className={styles.none}>{m.oidc_none()}</p>}
        >
          {(found) => (
            <ul className={styles.list}>
              {found.providers.map((provider) => (
                <ProviderLine key={provider.id} provider={provider} />
              ))}
            </ul>
          )}
        </Loaded>
      </Section>
      {me && may(me, 'POST /api/oidc/providers') && (
        <Section title={m.oidc_propose()}>
          <ProposeForm />
        </Section>
      )}
      {me && may(me, 'GET /api/oidc/links') && <LinksPart />}
    </Page>
  )
}
