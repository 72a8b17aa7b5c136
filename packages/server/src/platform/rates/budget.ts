import type { FastifyRequest } from 'fastify'
import type { Budget } from './limits.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a form with files; every other takes JSON and nothing else. */
    takesFiles?: boolean
    /** The route answers with a file, made or kept. */
    givesFile?: boolean
  }
}

/** Which budget a request takes from, by its route. */
export function budgetOf({ method, routeOptions }: FastifyRequest): Budget {
  const { takesFiles, givesFile } = routeOptions.config
  if (takesFiles || givesFile) return 'files'
  return ['GET', 'HEAD', 'OPTIONS'].includes(method) ? 'reads' : 'writes'
}
