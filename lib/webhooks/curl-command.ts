// A single argument of a program may have 128 KiB on Linux; printf is part of the shell and has no such limit.
const longestArgumentBytes = 100_000

// curl writes these itself, or they concern the connection and not the request (RFC 9110, section 7.6.1).
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/**
 * The request as a command for a POSIX shell: of exactly the bytes of `body`, with all headers but those of the
 * connection; a POST unless told otherwise. Signature and timestamp of an attempt are its own, so a receiver that checks
 * the time refuses it minutes later.
 */
export function curlCommand(request: {
  url: string
  headers: Record<string, string>
  body: string | null
  method?: string
}): string {
  const { url, headers, body, method = 'POST' } = request
  // curl takes a body that begins with @ for the name of a file.
  const isPiped = body?.startsWith('@') || new TextEncoder().encode(body ?? '').length > longestArgumentBytes
  const words = [
    // Brackets and braces in a URL are curl's own patterns otherwise.
    /[[\]{}]/.test(url) ? 'curl --globoff' : 'curl',
    `--request ${method} ${quote(url)}`,
    ...Object.entries(headers)
      .filter(([name]) => !connectionHeaders.has(name.toLowerCase()))
      // With a colon, an empty value would take the header away.
      .map(([name, value]) => `--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    ...(body === null ? [] : [`--data-binary ${isPiped ? '@-' : quote(body)}`]),
  ]
  const command = words.join(' \\\n  ')
  return body !== null && isPiped ? `printf %s ${quote(body)} | ${command}` : command
}

/** Within single quotes a shell leaves all but the single quote alone. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
