import { explainStatus } from './explain-status'
import type { ErrorKind } from './outcome'

/** A failure in words for an operator: a short title, what happened in one sentence, what to do in another. */
export type Explanation = { title: string; cause: string; nextStep: string }

/**
 * Explains why an attempt or a delivery did not succeed, without claiming more than the outcome shows. `httpStatus`
 * and `response` are the attempt's, where there was an answer; header names are in lower case.
 */
export function explainFailure(
  error: ErrorKind,
  httpStatus: number | null,
  response: { headers: Record<string, string>; body: string } | null = null,
): Explanation {
  if (error === 'http_error') return explainStatus(httpStatus, response)
  const { title, cause, nextStep } = explanations[error]
  return { title: error === 'redirect' && httpStatus ? `${title} (${httpStatus})` : title, cause, nextStep }
}

const explanations: Record<Exclude<ErrorKind, 'http_error'>, Explanation> = {
  dns_error: {
    title: 'The host name was not found',
    cause: 'The DNS gave no address for the host name in the URL, or did not answer.',
    nextStep: 'Check the spelling of the host name and its DNS records.',
  },
  connection_refused: {
    title: 'The connection was refused',
    cause: 'Nothing accepted the connection at the URL’s host and port, or no network route leads there.',
    nextStep: 'Check that the receiver is running, that the port is right and that its firewall lets us in.',
  },
  connection_reset: {
    title: 'The connection was reset',
    cause:
      'The receiver, or something in front of it, cut the connection before a status arrived; it may have got the event.',
    nextStep:
      'Look in the logs of the receiver and of any proxy or firewall in front of it, at the time of the attempt.',
  },
  connection_closed: {
    title: 'The connection ended without an answer',
    cause: 'The connection ended before a status arrived; the receiver may have got the event.',
    nextStep:
      'Check whether the receiver, or a proxy in front of it, crashed or restarted at the time of the attempt.',
  },
  connect_timeout: {
    title: 'No connection in time',
    cause: 'The connection, including name lookup and TLS, was not open within the time limit.',
    nextStep: 'Check that the receiver is running and that no firewall silently drops our requests.',
  },
  timeout: {
    title: 'No answer in time',
    cause:
      'The receiver was reached, but no status arrived within the endpoint’s time limit; it may have got the event.',
    nextStep:
      'Have the receiver answer 2xx first and do its work afterwards, or raise the endpoint’s time limit.',
  },
  tls_error: {
    title: 'No trusted TLS connection',
    cause: 'The receiver’s TLS certificate or settings were not accepted; the attempt’s detail says why.',
    nextStep:
      'Check the certificate’s dates, host name and chain, and that the port speaks TLS 1.2 or later.',
  },
  blocked_address: {
    title: 'The address is not allowed',
    cause:
      'The URL’s host is, or its name points to, an address to which nothing may be sent from here, such as a private one.',
    nextStep:
      'Use a URL that is reachable from the public internet, or have the network allowed for this installation.',
  },
  redirect: {
    title: 'The receiver redirects elsewhere',
    cause: 'The receiver answered with a redirect, and redirects are not followed.',
    nextStep:
      'Enter the final address as the endpoint’s URL; if it is a sign-in page, have the receiver take requests without one.',
  },
  invalid_response: {
    title: 'No valid answer',
    cause:
      'What came back is not valid HTTP, or the request could not be made; the attempt’s detail says which.',
    nextStep:
      'Check that the URL leads to a web server; if no request was made, report the detail to whoever runs Shopbell.',
  },
  sender_lost: {
    title: 'The outcome was lost on our side',
    cause:
      'Our sender stopped before it recorded what came of this attempt; the receiver may have got the event.',
    nextStep:
      'Nothing has to change at the receiver: as long as the delivery is not final, it is tried again by itself.',
  },
  expired: {
    title: 'The delivery waited too long',
    cause:
      'Its event became older than the log is kept before it was delivered, so the delivery was cancelled.',
    nextStep:
      'Find out why deliveries to this endpoint waited; what is still needed has to be sent as a new event.',
  },
  endpoint_deleted: {
    title: 'The endpoint was deleted',
    cause: 'The endpoint was deleted while this delivery was waiting, so it was cancelled.',
    nextStep: 'Create a new endpoint if the receiver still needs events; this delivery cannot be resent.',
  },
  endpoint_disabled: {
    title: 'The endpoint was disabled',
    cause: 'The endpoint was disabled while this delivery was waiting, so it was cancelled.',
    nextStep: 'Enable the endpoint, then resend the delivery.',
  },
  placeholder_error: {
    title: 'A placeholder could not be filled',
    cause:
      'A value of this event cannot stand in the endpoint’s URL, so no request was made; the attempt’s detail says why.',
    nextStep: 'Correct the placeholders in the endpoint’s URL, then resend the delivery.',
  },
  smtp_error: {
    title: 'The e-mail could not be handed over',
    cause: 'The mail server refused the message or could not be reached; the attempt’s detail says which.',
    nextStep:
      'Check the endpoint’s e-mail address, then resend the delivery; if the server was not reached, tell whoever runs Shopbell.',
  },
}
