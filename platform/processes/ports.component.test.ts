import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { assertPortFree, freePort, listenFaultText } from './ports.ts'

test('a taken port is named with the setting that moves it', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  try {
    await expect(
      assertPortFree({ host: '127.0.0.1', port, setting: 'WEATHER247_TEMPORAL_PORT' }),
    ).rejects.toThrow(
      `port ${port} on 127.0.0.1 is in use; ` +
        'set WEATHER247_TEMPORAL_PORT to another one (or stop what uses it)',
    )
  } finally {
    server.close()
  }
})

test('a free port passes and stays free', async () => {
  const claim = { host: '127.0.0.1', port: await freePort(), setting: 'PORT' }
  await assertPortFree(claim)
  await assertPortFree(claim)
})

test('an address this machine does not have is explained', async () => {
  await expect(assertPortFree({ host: '192.0.2.1', port: 4_000, setting: 'PORT' })).rejects.toThrow(
    'port 4000 on 192.0.2.1 cannot be opened: this machine has no such address; set HOST to one it has',
  )
})

test('a host that is no name is explained', async () => {
  await expect(
    assertPortFree({ host: 'nowhere.invalid', port: 4_000, setting: 'PORT' }),
  ).rejects.toThrow(/port 4000 on nowhere\.invalid cannot be opened: no such name .*set HOST/)
})

test.each([
  ['EADDRINUSE', 'is in use; set PORT to another one'],
  ['EACCES', 'set PORT to a port above 1023'],
  ['EAFNOSUPPORT', 'set HOST to one it has'],
  ['EINVAL', 'cannot be opened (because); set PORT'],
])('every refusal of the system has its way out: %s', (code, text) => {
  const error = Object.assign(new Error('because'), { code })
  expect(listenFaultText({ host: '::1', port: 80, setting: 'PORT' }, error)).toContain(text)
})
