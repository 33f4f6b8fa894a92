type Answer = { headers: Record<string, string>; body: string }

// The two that say so themselves: Cloudflare's, and AWS WAF's.
const markingHeaders = ['cf-mitigated', 'x-amzn-waf-action']

const phrases =
  /just a moment\.\.\.|checking your browser|captcha|_cf_chl_opt|_Incapsula_Resource|attention required! \| cloudflare/i

/** Whether an answer is a page that wants proof of a browser, as bot protections send in a receiver's place. */
export function isBotCheck(httpStatus: number, { headers, body }: Answer): boolean {
  if (httpStatus < 400) return false
  if (markingHeaders.some((name) => headers[name] !== undefined)) return true
  if (![401, 403, 429, 503].includes(httpStatus)) return false
  const isPage = headers['content-type']?.includes('html') || /^\s*<(!doctype|html)/i.test(body)
  return isPage && phrases.test(body)
}
