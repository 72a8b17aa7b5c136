import type { Enrolment, IssuedCode, MySessions, OwnEnrolment, SignInStep } from '@guatu/contract'
import { queryOptions } from '@tanstack/react-query'
import { change, get } from './client.ts'

const post = <T>(path: string, body: unknown = {}): Promise<T> => change<T>({ method: 'POST', path, body })

export interface Claim {
  readonly officeId: string
  readonly loginName: string
  readonly password: string
}

export const signIn = (claim: Claim) => post<SignInStep>('/api/sign-in', claim)
/** Sets a password of one's own with the code that was handed over. */
export const setFirstPassword = (claim: Claim & { readonly code: string }) =>
  post<SignInStep>('/api/sign-in/first', claim)
export const takeSecondStep = (code: string) => post<SignInStep>('/api/sign-in/second-factor', { code })
/** Begins a second factor; its secret is shown this once. */
export const beginEnrolment = () => post<Enrolment>('/api/sign-in/enrolment')
export const confirmEnrolment = (code: string) => post<SignInStep>('/api/sign-in/enrolment/confirm', { code })
export const renewPassword = (password: string) => post<SignInStep>('/api/sign-in/password', { password })
export const signOut = () => post<unknown>('/api/sign-out')

export const mySessionsQuery = queryOptions({
  queryKey: ['my-sessions'],
  queryFn: ({ signal }) => get<MySessions>('/api/my/sessions', undefined, signal),
})
export const endMySession = (id: string) => post<unknown>(`/api/my/sessions/${id}/end`)
export const endMyOthers = () => post<unknown>('/api/my/sessions/end-others')
export const switchPost = (postId: string) => post<unknown>('/api/my/post', { postId })
export const changePassword = (old: string, password: string) => post<unknown>('/api/my/password', { old, password })
/** Begins a second factor of one's own; its secret is in this answer and in no other. */
export const beginMyFactor = (password: string) => post<OwnEnrolment>('/api/my/second-factor', { password })
export const confirmMyFactor = (code: string) => post<unknown>('/api/my/second-factor/confirm', { code })
export const endMyFactor = (password: string, code: string) =>
  post<unknown>('/api/my/second-factor/end', { password, code })

/** Gives somebody a code to set a password with; it is in this answer and in no other. */
export const issueCode = (officerId: string) => post<IssuedCode>(`/api/officers/${officerId}/code`)
/** Stops somebody's account and ends their sign-ins. */
export const disableAccount = (officerId: string) => post<unknown>(`/api/officers/${officerId}/disable`)
export const enableAccount = (officerId: string) => post<unknown>(`/api/officers/${officerId}/enable`)
