import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { atExit } from './at-exit'

const MIB = 2 ** 20

/** A file system of its own, in memory, that is soon full. Root alone can make one. */
export class SmallDisk {
  readonly path: string
  readonly #ballast: string
  #forget = () => {}

  private constructor(path: string) {
    this.path = path
    this.#ballast = join(path, 'ballast')
  }

  /** Mounts one of `sizeMiB` in `folder`; null where that is not allowed here. */
  static mount(folder: string, sizeMiB: number): SmallDisk | null {
    const path = join(folder, 'disk')
    mkdirSync(path)
    const options = ['-t', 'tmpfs', '-o', `size=${sizeMiB}m,mode=755`, 'shopbell-faults', path]
    if (process.platform !== 'linux' || spawnSync('mount', options).status !== 0) return null
    const disk = new SmallDisk(path)
    disk.#forget = atExit(() => disk.unmount())
    return disk
  }

  /** Takes all but `leftMiB` of what is free. */
  fill(leftMiB: number): void {
    const { bavail, bsize } = statfsSync(this.path)
    writeFileSync(this.#ballast, Buffer.alloc(Math.max(0, bavail * bsize - leftMiB * MIB)))
  }

  /** Gives back what `fill` took. */
  free(): void {
    rmSync(this.#ballast, { force: true })
  }

  /** Even where something still uses it. */
  unmount(): void {
    this.#forget()
    spawnSync('umount', ['-l', this.path])
  }
}
