import type {
  NewOidcLink,
  NewOidcProvider,
  OidcLinks,
  OidcOffered,
  OidcProvider,
  OidcProviders,
  OidcWay,
  SignInStep,
} from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

/** Which offices sign in by their own login; answered to anybody. */
export const offeredQuery = queryOptions({
  queryKey: ['oidc-offered'],
  queryFn: ({ signal }) => get<OidcOffered>('/api/oidc', undefined, signal),
})

/** Begins a way to the unit's login and says where it leads. */
export const goToUnitLogin = (officeId: string): Promise<OidcWay> =>
  change<OidcWay>({ method: 'POST', path: '/api/oidc/start', body: { officeId } })

/** Ends it with the query that the unit's login sent back, and signs in as far as the step that it asks for. */
export const comeBackFromUnitLogin = (answer: string): Promise<SignInStep> =>
  change<SignInStep>({ method: 'POST', path: '/api/oidc/finish', body: { answer } })

export const providersQuery = queryOptions({
  queryKey: ['oidc-providers'],
  queryFn: ({ signal }) => get<OidcProviders>('/api/oidc/providers', undefined, signal),
})

export const proposeProvider = (body: NewOidcProvider): Promise<unknown> =>
  change({ method: 'POST', path: '/api/oidc/providers', body })

/** Confirms settings as they were seen. */
export const confirmProvider = ({ id, version }: OidcProvider): Promise<unknown> =>
  change({ method: 'POST', path: `/api/oidc/providers/${id}/confirm`, version })

export const endProvider = ({ id }: OidcProvider): Promise<unknown> =>
  change({ method: 'POST', path: `/api/oidc/providers/${id}/end` })

export const linksQuery = queryOptions({
  queryKey: ['oidc-links'],
  queryFn: ({ signal }) => get<OidcLinks>('/api/oidc/links', undefined, signal),
})

export const makeLink = (body: NewOidcLink): Promise<unknown> =>
  change({ method: 'POST', path: '/api/oidc/links', body })

export const endLink = (id: string): Promise<unknown> => change({ method: 'POST', path: `/api/oidc/links/${id}/end` })

/** What a change of the unit's login changes. */
export const ofOidc = [providersQuery.queryKey, linksQuery.queryKey]
