import { format202509 } from './2025-09'
import { formatCloudEvents10 } from './cloudevents-1.0'
import type { PayloadFormat } from './format'
import { formatSlack } from './slack'

/** Every API version an endpoint can choose, the standard one first. */
export const payloadFormats: readonly PayloadFormat[] = [format202509, formatCloudEvents10, formatSlack]

const formatsByVersion = new Map(payloadFormats.map((format) => [format.version, format]))

/** Their names, as the API takes them. */
export const apiVersions = payloadFormats.map((format) => format.version)

export const defaultApiVersion = format202509.version

/** A version as a person reads it; itself where it is not in the registry. */
export function payloadFormatName(version: string): string {
  return getPayloadFormat(version)?.label ?? version
}

/** The format of a version, or undefined for one that is not in the registry. */
export function getPayloadFormat(version: string): PayloadFormat | undefined {
  return formatsByVersion.get(version)
}
