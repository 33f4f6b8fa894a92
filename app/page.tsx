import { redirect } from 'next/navigation'

/** The first thing an operator needs; whoever is not signed in is led through that first. */
export default function HomePage(): never {
  redirect('/settings/webhooks')
}
