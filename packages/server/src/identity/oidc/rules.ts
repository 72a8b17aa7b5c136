/** Where a provider sends the browser back to, behind the office's own address. The provider has to know it letter by letter. */
export const returnPath = '/sign-in/oidc'

/** How an ID token may be signed: keys of two halves only, so that nobody signs with what everybody may read. */
export const algorithms: readonly string[] = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']

/** How far the clocks of the two machines may differ. Policy choice: machines of one network keep time together. */
export const skewSeconds = 30

/** How old an ID token may be when it arrives: it was made for this very sign-in. */
export const tokenAgeSecondsMax = 300

/** How long a way to the provider may take, until the browser is back. */
export const attemptMinutes = 10

/** What a request to the provider may take and bring. */
export const outside = { seconds: 5, bytes: 64 * 1024 } as const

/** The longest subject, by OpenID Connect Core 1.0, section 2. */
export const subjectCharsMax = 255
