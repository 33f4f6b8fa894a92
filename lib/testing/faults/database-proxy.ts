import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { portOf } from '../raw-receiver'
import { ProxiedConnection, type Reached, type Watcher } from './proxied-connection'

/**
 * Where to stop a statement. `uncommitted`: it was sent to be executed, and what would commit it is kept back.
 * `committed`: it is, and nothing of the answer was passed on.
 */
export type Moment = 'uncommitted' | 'committed'

type Stop = { matches: (label: string) => boolean; moment: Moment; reach: Reached }

/** Stands between one process and PostgreSQL, and can stop, cut or freeze what passes at an exact moment. */
export class DatabaseProxy {
  readonly url: string
  readonly #server: Server
  readonly #connections = new Set<ProxiedConnection>()
  #stop: Stop | undefined
  #countdown: { left: number; reach: Reached } | undefined

  private constructor(server: Server, target: string) {
    const url = new URL(target)
    const { hostname, port } = url
    url.port = String(portOf(server))
    this.url = url.href
    this.#server = server
    const watcher: Watcher = {
      onCommit: (connection, label) => {
        const reach = this.#take('uncommitted', label)
        reach?.(connection)
        return reach !== undefined
      },
      withhold: (label) => this.#take('committed', label),
      onMessage: (connection) => this.#count(connection),
    }
    server.on('connection', (client) => {
      const upstream = connect(Number(port), hostname)
      upstream.setNoDelay(true)
      client.setNoDelay(true)
      const connection = new ProxiedConnection(client, upstream, watcher)
      this.#connections.add(connection)
      client.on('close', () => this.#connections.delete(connection))
    })
  }

  /** Listens on a port of its own, in front of the server of `target`. */
  static async start(target: string): Promise<DatabaseProxy> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new DatabaseProxy(server, target)
  }

  /** Stops the connection on which the next such statement comes to this moment, and resolves with it. */
  stopAt(statement: string | RegExp, moment: Moment): Promise<ProxiedConnection> {
    const matches = (label: string) =>
      typeof statement === 'string' ? label === statement : statement.test(label)
    return new Promise((reach) => {
      this.#stop = { matches, moment, reach }
    })
  }

  /** Stops the connection on which the `count`th message from now on comes, before it passes, and resolves with it. */
  stopAfter(count: number): Promise<ProxiedConnection> {
    return new Promise((reach) => {
      this.#countdown = { left: count, reach }
    })
  }

  /** On the connections of now nothing passes any more; new ones work. */
  freeze(): void {
    for (const connection of this.#connections) connection.stop()
  }

  async close(): Promise<void> {
    for (const connection of this.#connections) connection.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #take(moment: Moment, label: string): Reached | undefined {
    const stop = this.#stop
    if (stop?.moment !== moment || !stop.matches(label)) return undefined
    this.#stop = undefined
    return stop.reach
  }

  #count(connection: ProxiedConnection): boolean {
    if (!this.#countdown || --this.#countdown.left > 0) return false
    this.#countdown.reach(connection)
    this.#countdown = undefined
    return true
  }
}
