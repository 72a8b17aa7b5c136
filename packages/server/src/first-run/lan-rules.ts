/** What the office has decided about the https door and its certificates, as it holds on a day. */
export interface LanRules {
  /** Days that the authority made on this machine is good for. */
  readonly authorityDays: number
  /** Days of a server certificate, the day before it begins included. */
  readonly certificateDays: number
  /** So many days before its end a certificate is made anew. */
  readonly renewBeforeDays: number
  /** How often the addresses and the files of the machine are looked at. */
  readonly lookAgainSeconds: number
}
