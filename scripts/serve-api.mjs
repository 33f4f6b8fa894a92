/** @typedef {import('../lib/http/route').ApiRequest} ApiRequest */
/** @typedef {import('../lib/http/route').Route} Route */

/**
 * Answers with the API's routes, without Next, for a server of createGuardedServer().
 * @param {(pathname: string) => Route} findRoute
 * @returns {import('./http-server.mjs').Handle}
 */
export function apiHandler(findRoute) {
  return async (request, response) => {
    const { method, url = '' } = request
    const [pathname = ''] = url.split('?', 1)
    const { status, headers, body } = await findRoute(pathname).answer(toApiRequest(request))
    // A GET without a body is answered whole in one write; its length spares the client the chunks.
    if (body !== null) headers['content-length'] = String(Buffer.byteLength(body))
    response.writeHead(status, headers)
    response.end(method === 'HEAD' || body === null ? undefined : body)
  }
}

/**
 * The request as handlers read it, which looks up what they ask for and copies nothing.
 * @param {import('node:http').IncomingMessage} request
 * @returns {ApiRequest}
 */
function toApiRequest(request) {
  const { method = '', url = '', headers } = request
  return {
    method,
    url: `http://localhost${url}`,
    headers: {
      get(name) {
        const value = headers[name.toLowerCase()]
        return Array.isArray(value) ? value.join(', ') : (value ?? null)
      },
    },
    // Who stops reading early still answers: the connection must outlive its body.
    body: method === 'GET' || method === 'HEAD' ? null : request.iterator({ destroyOnReturn: false }),
  }
}
