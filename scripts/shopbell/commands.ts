import type { Command } from '@/scripts/commands/command'
import type { ClientCommand } from './client-command'

/** A command of `shopbell`: its words, what it does in a line, and its code, loaded once it is asked for. */
export type Entry = { words: string; does: string } & (
  | { kind: 'local'; load: () => Promise<Command> }
  | { kind: 'api'; load: () => Promise<ClientCommand> }
)

export const entries: readonly Entry[] = [
  {
    words: 'events send',
    does: 'sends an event, or many',
    kind: 'api',
    load: async () => (await import('./events-send')).eventsSend,
  },
  {
    words: 'listen',
    does: 'forwards events to a receiver on this machine',
    kind: 'api',
    load: async () => (await import('./listen')).listen,
  },
  {
    words: 'deliveries list',
    does: 'lists deliveries',
    kind: 'api',
    load: async () => (await import('./deliveries-list')).deliveriesList,
  },
  {
    words: 'deliveries show',
    does: 'shows a delivery with its attempts',
    kind: 'api',
    load: async () => (await import('./deliveries-show')).deliveriesShow,
  },
  {
    words: 'deliveries resend',
    does: 'resends deliveries, one or many',
    kind: 'api',
    load: async () => (await import('./deliveries-resend')).deliveriesResend,
  },
  {
    words: 'token create',
    does: 'makes an API token; beside a running server',
    kind: 'local',
    load: async () => (await import('@/scripts/commands/token-create')).command,
  },
  {
    words: 'token list',
    does: 'lists the API tokens of a store; beside a running server',
    kind: 'local',
    load: async () => (await import('@/scripts/commands/token-list')).command,
  },
  {
    words: 'token revoke',
    does: 'ends an API token; beside a running server',
    kind: 'local',
    load: async () => (await import('@/scripts/commands/token-revoke')).command,
  },
]

/** What `shopbell --help` says; of one group of commands where its word is given. */
export function overview(group = ''): string {
  const shown = entries.filter(({ words }) => group === '' || words.startsWith(`${group} `))
  const width = Math.max(...shown.map(({ words }) => words.length))
  return [
    'Usage: shopbell <command> [--help]',
    '',
    ...shown.map(({ words, does }) => `  ${words.padEnd(width)}  ${does}`),
    '',
    'SHOPBELL_URL says where Shopbell is, SHOPBELL_TOKEN holds an API token of the store.',
  ].join('\n')
}
