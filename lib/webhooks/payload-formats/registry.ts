import { format202509 } from './2025-09'
import type { PayloadFormat } from './format'

const formats: readonly PayloadFormat[] = [format202509]

const formatsByVersion = new Map(formats.map((format) => [format.version, format]))

/** Every API version an endpoint can choose, newest first. */
export const apiVersions = formats.map((format) => format.version)

export const defaultApiVersion = format202509.version

/** The format of a version, or undefined for one that is not in the registry. */
export function getPayloadFormat(version: string): PayloadFormat | undefined {
  return formatsByVersion.get(version)
}
