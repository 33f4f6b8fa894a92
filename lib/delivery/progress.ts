/** Lets some wait until others say that something moved. */
export class Progress {
  #waiters: (() => void)[] = []

  /** Resolves at the next `announce`, or after `mostMs`. */
  wait(mostMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, mostMs)
      this.#waiters.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  announce(): void {
    for (const resolve of this.#waiters.splice(0)) resolve()
  }
}
