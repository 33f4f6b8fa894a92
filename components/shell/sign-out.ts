/** Ends the session and leaves for the sign-in; false where the server could not be reached. */
export async function signOut(): Promise<boolean> {
  try {
    const { csrfToken }: { csrfToken: string } = await (await fetch('/api/auth/csrf')).json()
    const answer = await fetch('/api/auth/signout', {
      method: 'POST',
      body: new URLSearchParams({ csrfToken, json: 'true' }),
    })
    if (!answer.ok) return false
  } catch {
    return false
  }
  // A new page, so that nothing of this person stays in the browser's memory.
  window.location.assign('/signin')
  return true
}
