/** What a URL may be where these networks are sent to besides the internet. */
export function urlHint(allowedCidrs: readonly string[]): string {
  const hint =
    'Where each event is sent as a POST request. It must begin with https:// and be on the internet.'
  if (allowedCidrs.length === 0) return hint
  const others = allowedCidrs.filter((cidr) => !isLoopback(cidr))
  const places = [...(others.length < allowedCidrs.length ? ['this machine (localhost)'] : []), ...others]
  return `${hint} This installation also sends to ${places.join(', ')}, where http:// will do.`
}

/** Whether all addresses of a network are this machine's own. */
function isLoopback(cidr: string): boolean {
  const [address = '', bits = ''] = cidr.split('/')
  return address === '::1' ? bits === '128' : address.startsWith('127.') && Number(bits) >= 8
}
