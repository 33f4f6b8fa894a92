import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

const merge = extendTailwindMerge({ extend: { theme: { shadow: ['lift'] } } })

export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes))
}
