/** A TCP proxy that writes down every byte of both directions: what stands on the socket between a box and its broker. */
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Recorder = {
  readonly port: number
  /** All bytes so far, one buffer for each direction of each connection. */
  readonly recorded: () => readonly Buffer[]
  readonly close: () => void
}

export const recordingProxy = async (targetPort: number): Promise<Recorder> => {
  const streams: Buffer[][] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('close', () => sockets.delete(socket)).on('error', () => {})
  }
  const pass = (from: Socket, to: Socket) => {
    const chunks: Buffer[] = []
    streams.push(chunks)
    from.on('data', chunk => {
      chunks.push(chunk)
      to.write(chunk)
    })
    from.on('close', () => to.destroy())
  }
  const server = createServer(near => {
    const far = connect(targetPort, '127.0.0.1')
    keep(near)
    keep(far)
    pass(near, far)
    pass(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as { port: number }).port,
    recorded: () => streams.map(chunks => Buffer.concat(chunks)),
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
