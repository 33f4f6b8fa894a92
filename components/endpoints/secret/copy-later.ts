/**
 * Puts a text that is still to be asked for on the clipboard; false where the browser does not let us, and then it may
 * not even be asked for. Rejects as `read` does. The browser is asked at once, since some allow it only right after the press.
 */
export async function copyLater(read: () => Promise<string>): Promise<boolean> {
  // There is none without a secure connection, whatever the types say.
  if (!window.isSecureContext) return false
  const { clipboard } = navigator
  const text = read()
  try {
    if (typeof ClipboardItem === 'function') {
      const blob = text.then((value) => new Blob([value], { type: 'text/plain' }))
      await clipboard.write([new ClipboardItem({ 'text/plain': blob })])
    } else await clipboard.writeText(await text)
    return true
  } catch {
    // The clipboard hides why its text did not come.
    await text
    return false
  }
}
