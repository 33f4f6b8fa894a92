/** IPv4 that is not the public internet: IANA special-purpose registries (RFC 6890 and updates), multicast, reserved space. */
export const blockedIPv4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  // Azure's wire server: looks public and answers to every machine there.
  '168.63.129.16',
]

/** All of IPv6 that is routed publicly. */
export const publicIPv6 = ['2000::/3']

/** What of `publicIPv6` is not public: IANA special-purpose registry (RFC 6890 and updates). */
export const blockedIPv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']
