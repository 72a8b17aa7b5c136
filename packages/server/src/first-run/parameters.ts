/** Days that the authority made on this machine is good for; every machine of the office trusts it by hand. [P] */
export const authorityDays = 3652
/**
 * Days of a server certificate, the day before it begins included: browsers take none of more than 398 (CA/Browser Forum,
 * Baseline Requirements 6.3.2).
 */
export const certificateDays = 397
/** So many days before its end a certificate is made anew. [P] */
export const renewBeforeDays = 30
/** How often the addresses and the files of the machine are looked at. [P] */
export const lookAgainMs = 15_000
/** How long a connection is kept open for the next request, as Fastify keeps it on the plain door. */
export const keptAliveMs = 72_000
