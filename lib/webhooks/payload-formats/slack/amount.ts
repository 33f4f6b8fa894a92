// ISO 4217: the currencies whose minor unit is not a hundredth.
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
    .split(' ')
    .map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
])

/**
 * An amount in minor units as text, `1,234.50 GBP`; null where it is no whole number or the currency no code of ISO
 * 4217's form. Not by Intl: what that writes differs between versions, and the bytes of a payload may not.
 */
export function amountText(minorUnits: unknown, currency: unknown): string | null {
  if (typeof minorUnits !== 'number' || !Number.isSafeInteger(minorUnits)) return null
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return null
  const digits = Object.hasOwn(DIGITS, currency) ? (DIGITS[currency] ?? 2) : 2
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, ',')
  const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`
  return `${minorUnits < 0 ? '-' : ''}${whole}${fraction} ${currency}`
}
