import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Certificates, createCertificates } from '@/lib/testing/certificates'
import { type SmtpReceiver, startSmtpReceiver } from '@/lib/testing/smtp-receiver'
import { type MailServer, parseMailServer } from './mail-connection'
import { MailConnections } from './mail-connections'
import { type Mail, sendMailOver } from './mailer'

const mail: Mail = {
  to: 'orders@example.com',
  subject: 'Käse 🔔',
  text: 'Hello',
  html: '<p>Hello</p>',
  messageId: '<dlv_1@example.com>',
  headers: { 'x-shopbell-delivery': 'dlv_1' },
  attachments: [
    { filename: 'evt_1.json', content: Buffer.from('{"a":"ü"}'), contentType: 'application/json' },
  ],
}

let certificates: Certificates
const closing: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none',
    PUBLIC_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'a-secret-of-at-least-thirty-two-characters',
    ENCRYPTION_KEYS: `k1:${Buffer.from('a-key-of-exactly-thirty-two-byte').toString('base64')}`,
    MAIL_FROM: 'Shopbell <webhooks@example.com>',
  })
  certificates = await createCertificates()
})

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function startReceiver(options?: Parameters<typeof startSmtpReceiver>[0]): Promise<SmtpReceiver> {
  const receiver = await startSmtpReceiver(options)
  closing.push(() => receiver.close())
  return receiver
}

function connect(url: string, changes: Partial<MailServer> = {}, most?: number): MailConnections {
  const connections = new MailConnections({ ...parseMailServer(url), ...changes }, most)
  closing.push(() => connections.close())
  return connections
}

/** A server that does with each connection what it is told. */
async function startServer(onConnection: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    // Who does not read does not see the end either.
    socket.on('error', () => {}).resume()
    onConnection(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.')
  return `smtp://127.0.0.1:${address.port}`
}

const LONG_MS = 20_000

describe('a message', () => {
  it('arrives as it was written, from whom the deployment says', async () => {
    const receiver = await startReceiver()
    expect(await sendMailOver(connect(receiver.url), mail, LONG_MS)).toEqual({
      isAccepted: true,
      isFinal: true,
      code: 250,
      text: expect.stringMatching(/^250 /),
    })
    const [received] = await receiver.waitFor(1)
    expect(received).toMatchObject({ from: 'webhooks@example.com', to: ['orders@example.com'] })
    expect(received?.email).toMatchObject({
      from: { name: 'Shopbell', address: 'webhooks@example.com' },
      subject: 'Käse 🔔',
      messageId: '<dlv_1@example.com>',
      text: 'Hello\n',
      html: '<p>Hello</p>\n',
    })
    const [attachment] = received?.email.attachments ?? []
    expect(attachment).toMatchObject({ filename: 'evt_1.json', mimeType: 'application/json' })
    const content = attachment?.content ?? ''
    expect(typeof content === 'string' ? content : new TextDecoder().decode(content)).toBe('{"a":"ü"}')
  })

  it('has no header, recipient or file of anyone’s making', async () => {
    const receiver = await startReceiver()
    const nasty = 'x\r\nBcc: victim@example.com\r\n\r\nbody'
    const answer = await sendMailOver(
      connect(receiver.url),
      {
        ...mail,
        subject: nasty,
        headers: { 'x-shopbell-event': nasty },
        messageId: `<${nasty}@example.com>`,
      },
      LONG_MS,
    )
    expect(answer).toMatchObject({ isAccepted: true })
    const [received] = await receiver.waitFor(1)
    expect(received?.to).toEqual(['orders@example.com'])
    expect(received?.email.bcc).toBeUndefined()
    expect(received?.email.text).toBe('Hello\n')
  })
})

describe('connections', () => {
  it('are used again, and never more at once than may be', async () => {
    const receiver = await startReceiver()
    const connections = connect(receiver.url, {}, 2)
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => sendMailOver(connections, mail, LONG_MS)),
    )
    expect(answers.every(({ isAccepted }) => isAccepted)).toBe(true)
    expect(receiver.mails).toHaveLength(12)
    expect(receiver.connections).toBe(2)
  })

  it('that the server ended meanwhile are opened anew', async () => {
    const first = await startReceiver()
    const connections = connect(first.url)
    expect(await sendMailOver(connections, mail, LONG_MS)).toMatchObject({ isAccepted: true })
    await first.close()
    expect(await sendMailOver(connections, mail, LONG_MS)).toMatchObject({
      isAccepted: false,
      isFinal: false,
    })
    const second = await startReceiver({ port: first.port })
    expect(await sendMailOver(connections, mail, LONG_MS)).toMatchObject({ isAccepted: true })
    expect(second.mails).toHaveLength(1)
  })

  it('keep a message waiting no longer than it has time, and do not send it later', async () => {
    let opened = 0
    const url = await startServer((socket) => {
      opened++
      socket.write('220 waits forever\r\n')
    })
    const connections = connect(url, {}, 1)
    const answers = await Promise.all([
      sendMailOver(connections, mail, 300),
      sendMailOver(connections, mail, 50),
    ])
    expect(answers).toMatchObject([
      { isAccepted: false, isFinal: false, code: null, text: 'The mail server did not answer within 0.3 s.' },
      { isAccepted: false, text: 'The mail server did not answer within 0.05 s.' },
    ])
    expect(opened).toBe(1)
  })
})

describe('TLS', () => {
  it('is used where the server offers STARTTLS', async () => {
    const receiver = await startReceiver({ certificate: certificates.valid })
    const answer = await sendMailOver(connect(receiver.url, { ca: certificates.ca }), mail, LONG_MS)
    expect(answer).toMatchObject({ isAccepted: true })
    expect(receiver.mails).toMatchObject([{ isSecure: true }])
  })

  it('is spoken from the first byte with smtps', async () => {
    const receiver = await startReceiver({ certificate: certificates.valid, isImplicitTls: true })
    expect(receiver.url).toMatch(/^smtps:/)
    const answer = await sendMailOver(connect(receiver.url, { ca: certificates.ca }), mail, LONG_MS)
    expect(answer).toMatchObject({ isAccepted: true })
    expect(receiver.mails).toMatchObject([{ isSecure: true }])
  })

  it.each<[keyof Certificates, boolean]>([
    ['expired', false],
    ['expired', true],
    ['wrongName', false],
    ['wrongName', true],
    ['selfSigned', false],
    ['selfSigned', true],
  ])('with a certificate that is %s sends nothing (from the first byte: %s)', async (name, isImplicitTls) => {
    const certificate = certificates[name]
    if (typeof certificate === 'string') throw new Error('This is an authority.')
    const receiver = await startReceiver({ certificate, isImplicitTls })
    const answer = await sendMailOver(connect(receiver.url, { ca: certificates.ca }), mail, LONG_MS)
    expect(answer).toMatchObject({ isAccepted: false, isFinal: false, code: null })
    expect(answer.text).toMatch(/^There is no trusted TLS connection to the mail server/)
    expect(receiver.mails).toEqual([])
  })

  it('takes no certificate of an authority that is not known', async () => {
    const receiver = await startReceiver({ certificate: certificates.valid })
    expect(await sendMailOver(connect(receiver.url), mail, LONG_MS)).toMatchObject({ isAccepted: false })
    expect(receiver.mails).toEqual([])
  })
})

describe('a login', () => {
  const login = { user: 'us@er', pass: 'p:ä%ss' }

  it('is made as the URL says', async () => {
    const receiver = await startReceiver({ login, certificate: certificates.valid })
    const url = receiver.url.replace(
      '//',
      `//${encodeURIComponent(login.user)}:${encodeURIComponent(login.pass)}@`,
    )
    expect(await sendMailOver(connect(url, { ca: certificates.ca }), mail, LONG_MS)).toMatchObject({
      isAccepted: true,
    })
  })

  it('that is refused is no message’s fault', async () => {
    const receiver = await startReceiver({ login, certificate: certificates.valid })
    const connections = connect(receiver.url, { ca: certificates.ca, login: { ...login, pass: 'wrong' } })
    const answer = await sendMailOver(connections, mail, LONG_MS)
    expect(answer).toMatchObject({ isAccepted: false, isFinal: false, code: 535 })
    expect(JSON.stringify(answer)).not.toContain('wrong')
  })

  it('never goes out in the clear, but to this machine', async () => {
    // The name is another one for this machine, which nothing but the DNS would tell.
    let said = ''
    const url = await startServer((socket) => {
      socket.write('220 no TLS here\r\n')
      socket.on('data', (data) => {
        said += data.toString()
        socket.write(
          said.startsWith('EHLO') && !said.includes('STARTTLS') ? '250 AUTH PLAIN\r\n' : '502 no\r\n',
        )
      })
    })
    const connections = connect(url, { host: '127.1', login })
    expect(await sendMailOver(connections, mail, LONG_MS)).toMatchObject({
      isAccepted: false,
      isFinal: false,
    })
    expect(said).toMatch(/^EHLO/)
    expect(said).not.toContain('AUTH')
  })
})

describe('a refusal', () => {
  it.each<[number, 'recipients' | 'messages', boolean]>([
    [550, 'recipients', true],
    [553, 'recipients', true],
    [552, 'messages', true],
    [554, 'messages', true],
    [450, 'recipients', false],
    [421, 'recipients', false],
    [451, 'messages', false],
    [452, 'messages', false],
  ])('with %i of %s is final: %s', async (code, what, isFinal) => {
    const receiver = await startReceiver()
    receiver.refuseWith({ code, text: 'Not today' }, what)
    const connections = connect(receiver.url)
    expect(await sendMailOver(connections, mail, LONG_MS)).toEqual({
      isAccepted: false,
      isFinal,
      code,
      text: `${code} Not today`,
    })
    receiver.refuseWith(null, what)
    expect(await sendMailOver(connections, mail, LONG_MS), 'the next one is not harmed').toMatchObject({
      isAccepted: true,
    })
  })

  it('to talk at all is not final', async () => {
    const url = await startServer((socket) => socket.end('554 No service here\r\n'))
    expect(await sendMailOver(connect(url), mail, LONG_MS)).toMatchObject({
      isAccepted: false,
      isFinal: false,
    })
  })
})

describe('a server', () => {
  it('that is gone', async () => {
    const receiver = await startSmtpReceiver()
    await receiver.close()
    expect(await sendMailOver(connect(receiver.url), mail, LONG_MS)).toEqual({
      isAccepted: false,
      isFinal: false,
      code: null,
      text: 'The mail server refused the connection (ECONNREFUSED).',
    })
  })

  it('whose name is not known', async () => {
    const answer = await sendMailOver(connect('smtp://mail.invalid:25'), mail, LONG_MS)
    expect(answer).toMatchObject({ isAccepted: false, isFinal: false, code: null })
    expect(answer.text).not.toContain('mail.invalid')
  })

  it.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => {}],
    ['greets and then says nothing', (socket) => void socket.write('220 hello\r\n')],
    [
      'drips an answer that never ends',
      (socket) => {
        const timer = setInterval(() => socket.write('220-wait\r\n'), 5)
        socket.on('close', () => clearInterval(timer))
      },
    ],
  ])('that %s is left when the time is over', async (_, behave) => {
    const closed: Promise<void>[] = []
    const url = await startServer((socket) => {
      closed.push(new Promise((resolve) => socket.on('close', () => resolve())))
      behave(socket)
    })
    const answer = await sendMailOver(connect(url), mail, 200)
    expect(answer).toMatchObject({ isAccepted: false, isFinal: false, code: null })
    expect(answer.text).toBe('The mail server did not answer within 0.2 s.')
    await Promise.all(closed)
  })

  it('that hangs up amid a message', async () => {
    const url = await startServer((socket) => {
      socket.write('220 hello\r\n')
      socket.on('data', (data) => {
        if (data.toString().startsWith('EHLO')) socket.write('250 hello\r\n')
        else socket.destroy()
      })
    })
    expect(await sendMailOver(connect(url), mail, LONG_MS)).toMatchObject({
      isAccepted: false,
      isFinal: false,
      code: null,
    })
  })
})

it.each<[string, Partial<MailServer>]>([
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, isImplicitTls: false, login: null }],
  ['smtps://mail.example.com', { port: 465, isImplicitTls: true }],
  ['smtp://[::1]:2525', { host: '::1', port: 2525 }],
  ['smtp://a%40b:c%3Ad@mail.example.com:25', { port: 25, login: { user: 'a@b', pass: 'c:d' } }],
  ['smtp://a:100%@mail.example.com', { login: { user: 'a', pass: '100%' } }],
])('%s', (url, server) => {
  expect(parseMailServer(url)).toMatchObject(server)
})
