import type { Instant } from '@guatu/core/shared'
import * as client from 'openid-client'
import { type Claims, wrongIn } from './claims.ts'
import { fetchFrom } from './limited-fetch.ts'
import { algorithms, outside, returnPath, skewSeconds } from './rules.ts'
import type { KeptProvider } from './store.ts'

/** A provider that can be asked: its settings with the secret opened. */
export type Provider = Pick<KeptProvider, 'issuer' | 'clientId' | 'origin'> & { readonly secret: string }

/** What only this browser's way has. */
export interface Way {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** An answer that did not stand up to the checks, with the check that it failed in a word. */
export class AnswerRefused extends Error {
  readonly check: string
  constructor(check: string) {
    super(check)
    this.check = check
  }
}

// Plain http is for a provider on this machine itself; the library holds everything else to https.
const loopback = ['127.0.0.1', 'localhost', '[::1]']
/** Whether an issuer may be asked at all: by https, or on this very machine. */
export const isAskable = (issuer: string): boolean => {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname, username, search, hash } = new URL(issuer)
  if (username !== '' || search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname))
}

const isPlain = (issuer: string): boolean => new URL(issuer).protocol === 'http:'

/** Reads what the provider says of itself, and holds it to its own host and to the algorithms that we accept. */
async function configurationOf({ issuer, clientId, secret }: Provider, now: Instant): Promise<client.Configuration> {
  const askOutside = fetchFrom(issuer)
  const plain = isPlain(issuer) ? [client.allowInsecureRequests] : []
  const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
    [client.customFetch]: askOutside,
    execute: plain,
    timeout: outside.seconds,
  })
  const said = found.serverMetadata()
  if (said.issuer !== issuer) throw new AnswerRefused('issuer')
  const own = new URL(issuer).origin
  for (const address of [said.authorization_endpoint, said.token_endpoint, said.jwks_uri])
    if (!address || !URL.canParse(address) || new URL(address).origin !== own) throw new AnswerRefused('endpoint')
  const accepted = (said.id_token_signing_alg_values_supported ?? []).filter((name) => algorithms.includes(name))
  const skew = Math.round((Date.parse(now) - Date.now()) / 1000)
  const settings = { [client.clockSkew]: skew, [client.clockTolerance]: skewSeconds }
  const { supportsPKCE: _, ...metadata } = said
  const server = { ...metadata, id_token_signing_alg_values_supported: accepted }
  const configuration = new client.Configuration(server, clientId, settings, client.ClientSecretBasic(secret))
  configuration[client.customFetch] = askOutside
  configuration.timeout = outside.seconds
  // Without this the library trusts the connection and reads an ID token whose signature nobody has looked at.
  client.enableNonRepudiationChecks(configuration)
  for (const allow of plain) allow(configuration)
  return configuration
}

/** Where the browser goes to prove who is there. Throws where the provider cannot be asked. */
export async function addressOf(provider: Provider, way: Way, now: Instant): Promise<string> {
  const configuration = await configurationOf(provider, now)
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: provider.origin + returnPath,
    scope: 'openid',
    state: way.state,
    nonce: way.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(way.verifier),
    code_challenge_method: 'S256',
  }).href
}

/**
 * Takes what the browser brought back to the provider and gives the claims of the ID token for it. Throws `AnswerRefused`
 * for an answer that fails a check of ours, and what the library or the network throws for any other.
 */
export async function claimsFor(provider: Provider, way: Way, answer: string, now: Instant): Promise<Claims> {
  const configuration = await configurationOf(provider, now)
  const back = new URL(`${provider.origin}${returnPath}?${answer}`)
  const tokens = await client.authorizationCodeGrant(configuration, back, {
    expectedState: way.state,
    expectedNonce: way.nonce,
    pkceCodeVerifier: way.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new AnswerRefused('id_token')
  const wrong = wrongIn(claims, { issuer: provider.issuer, clientId: provider.clientId, now: Date.parse(now) / 1000 })
  if (wrong) throw new AnswerRefused(wrong)
  return claims
}
