import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

/** The routes out of which files come, of every application that is built while `build` runs. */
export async function fileRoutesOf(build: () => Promise<unknown>): Promise<string[]> {
  const found = new Set<string>()
  const watch = (message: unknown) => {
    const { fastify } = message as { readonly fastify: FastifyInstance }
    fastify.addHook('onRoute', ({ method, url, config }) => {
      if (config?.givesFile) for (const one of [method].flat()) if (one !== 'HEAD') found.add(`${one} ${url}`)
    })
  }
  subscribe('fastify.initialization', watch)
  try {
    await build()
  } finally {
    unsubscribe('fastify.initialization', watch)
  }
  return [...found].toSorted()
}
