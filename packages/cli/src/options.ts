import { isDay, isInstant } from '@guatu/core/shared'
import { InvalidArgumentError } from 'commander'

/** A day as an option takes it. */
export function readDayOption(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('2023-06-30')
  return text
}

/** A moment as an option takes it, in UTC. */
export function readInstantOption(text: string): string {
  if (!isInstant(text)) throw new InvalidArgumentError('2023-06-30T09:00:00Z')
  return text
}
