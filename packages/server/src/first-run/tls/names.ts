import { hostname, networkInterfaces } from 'node:os'

/** What the machine goes by on its network. The server listens on IPv4, so no other address reaches it. */
export interface OwnNames {
  readonly addresses: readonly string[]
  readonly hosts: readonly string[]
}

const isHost = (name: string): boolean => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+)*$/.test(name)

export function namesOfMachine(): OwnNames {
  const addresses = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
  const own = hostname().toLowerCase()
  const hosts = isHost(own) && own !== 'localhost' ? [own, 'localhost'] : ['localhost']
  return { addresses: [...new Set(addresses)].sort(), hosts }
}
