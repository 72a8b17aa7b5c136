import { BlockList, isIPv4 } from 'node:net'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  NameConstraints,
  id_ce_nameConstraints as nameConstraintsId,
} from '@peculiar/asn1-x509'
import { Extension, type X509Certificate } from '@peculiar/x509'
import type { OwnNames } from './names.ts'

// Networks that nobody outside can be in (RFC 1918, RFC 6598, RFC 3927), and the machine itself.
const inside = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16', '127.0.0.0/8']
const insideHosts = ['localhost', 'local', 'lan']

function holds(subnets: readonly string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', prefix = '32'] = subnet.split('/')
    list.addSubnet(net, Number(prefix), 'ipv4')
  }
  return (address) => isIPv4(address) && list.check(address)
}

/**
 * What the authority may vouch for: machines inside, and what this one goes by when it is made. Whoever trusts it trusts
 * it for nothing else, even if its key is stolen.
 */
export function constraintsFor({ addresses, hosts }: OwnNames): Extension {
  const isInside = holds(inside)
  const others = addresses.filter((address) => !isInside(address)).map((address) => `${address}/32`)
  const names = [
    ...[...inside, ...others].map((iPAddress) => ({ iPAddress })),
    ...new Set([...insideHosts, ...hosts]).values().map((dNSName) => ({ dNSName })),
  ]
  const permittedSubtrees = new GeneralSubtrees(
    names.map((name) => new GeneralSubtree({ base: new GeneralName(name) })),
  )
  return new Extension(nameConstraintsId, true, AsnConvert.serialize(new NameConstraints({ permittedSubtrees })))
}

/** Of what the machine goes by now, what the authority may vouch for. */
export function permittedBy(authority: X509Certificate, { addresses, hosts }: OwnNames): OwnNames {
  const found = authority.getExtension(nameConstraintsId)
  if (!found) return { addresses, hosts }
  const permitted = AsnConvert.parse(found.value, NameConstraints).permittedSubtrees ?? []
  const bases = [...permitted].map(({ base }) => base)
  const isPermitted = holds(bases.flatMap(({ iPAddress }) => iPAddress ?? []))
  const domains = bases.flatMap(({ dNSName }) => dNSName ?? [])
  return {
    addresses: addresses.filter(isPermitted),
    hosts: hosts.filter((host) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`))),
  }
}
