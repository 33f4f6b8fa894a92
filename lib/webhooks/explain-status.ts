import { isBotCheck } from './bot-check'
import type { Explanation } from './explain-failure'
import { explainSlack } from './explain-slack'

type Answer = { headers: Record<string, string>; body: string }

/** What an answer other than 2xx and 3xx means. `httpStatus` is null where it is not known. */
export function explainStatus(httpStatus: number | null, response: Answer | null): Explanation {
  if (httpStatus === null) return unknownAnswer
  if (response && isBotCheck(httpStatus, response)) return withStatus(botCheck, httpStatus)
  const slack = response && explainSlack(response.body)
  if (slack) return withStatus(slack, httpStatus)
  const known = byStatus.get(httpStatus)
  if (known) return withStatus(known, httpStatus)
  if (httpStatus < 200) return withStatus(noFinalAnswer, httpStatus)
  if (httpStatus >= 500 && httpStatus < 600) return withStatus(serverError, httpStatus)
  return withStatus(otherRefusal, httpStatus)
}

function withStatus({ title, cause, nextStep }: Explanation, httpStatus: number): Explanation {
  return { title: `${title} (${httpStatus})`, cause, nextStep }
}

const unknownAnswer: Explanation = {
  title: 'The receiver answered with an error',
  cause: 'The receiver answered with a status other than 2xx.',
  nextStep: 'Look for the request in the receiver’s log, at the time of the attempt.',
}

const noFinalAnswer: Explanation = {
  title: 'The receiver sent no final answer',
  cause: 'An interim status arrived, and then the connection was closed without a final one.',
  nextStep: 'Have the receiver, and any proxy in front of it, answer a POST with a final status.',
}

const botCheck: Explanation = {
  title: 'A bot check stopped the request',
  cause:
    'The answer looks like a page that wants proof of a browser, as bot protections show it to programs.',
  nextStep:
    'Have the protection in front of the receiver let webhook requests to this URL through unchecked.',
}

const badRequest: Explanation = {
  title: 'The receiver rejects the content',
  cause: 'The receiver says that it cannot process the request as it was sent.',
  nextStep: 'Read the receiver’s answer, and compare the payload and its format with what it expects.',
}

const accessRefused: Explanation = {
  title: 'The receiver refuses access',
  cause:
    'The receiver, or something in front of it, did not accept the request’s signature, origin or credentials.',
  nextStep:
    'Check that the receiver has the endpoint’s current secret, wants no sign-in and lets our requests through.',
}

const serverError: Explanation = {
  title: 'The receiver reports an error of its own',
  cause: 'It got the request, and could not handle it.',
  nextStep: 'Look for the error in the receiver’s log, at the time of the attempt.',
}

const otherRefusal: Explanation = {
  title: 'The receiver refuses the request',
  cause: 'The receiver answered with a status other than 2xx, which counts as a failure.',
  nextStep: 'Read the receiver’s answer, and check the URL and what the receiver expects there.',
}

const byStatus = new Map<number, Explanation>([
  [400, badRequest],
  [422, badRequest],
  [401, accessRefused],
  [403, accessRefused],
  [
    404,
    {
      title: 'The receiver does not know this URL',
      cause: 'The server was reached, and says that it has nothing at this path.',
      nextStep: 'Compare the endpoint’s URL with the one that the receiver is meant to listen on.',
    },
  ],
  [
    405,
    {
      title: 'The receiver does not take POST here',
      cause: 'The server was reached, and says that this URL does not accept the method POST.',
      nextStep: 'Check the URL’s path, and that the receiver accepts POST there.',
    },
  ],
  [
    408,
    {
      title: 'The receiver stopped waiting for the request',
      cause: 'The receiver, or something in front of it, says that the request did not arrive in time.',
      nextStep: 'If it happens again, check the time limits of the receiver and of any proxy in front of it.',
    },
  ],
  [
    409,
    {
      title: 'The receiver reports a conflict',
      cause:
        'The receiver says that the request conflicts with what it holds; it may have processed this event before.',
      nextStep: 'If it has, let it answer 2xx to an event ID that it already knows.',
    },
  ],
  [
    410,
    {
      title: 'The receiver says this URL is gone',
      cause:
        'A 410 says that the URL is gone for good: there is no retry and, unless this is a test send, the endpoint is disabled.',
      nextStep:
        'Correct the endpoint’s URL or have the receiver brought back, then enable the endpoint and resend.',
    },
  ],
  [
    413,
    {
      title: 'The payload is too large for the receiver',
      cause: 'The receiver, or something in front of it, says that the request is larger than it accepts.',
      nextStep: 'Have the limit on request sizes raised, in the receiver and in any proxy in front of it.',
    },
  ],
  [
    415,
    {
      title: 'The receiver does not take this content type',
      cause: 'The receiver says that it does not accept the content type or the encoding of the request.',
      nextStep: 'Have the receiver accept the content-type that the request’s headers show.',
    },
  ],
  [
    421,
    {
      title: 'The request reached a server that is not meant for it',
      cause: 'The server that the host name leads to says that it does not answer for this host.',
      nextStep:
        'Check the host name in the URL, its DNS records and the settings of the server or proxy behind it.',
    },
  ],
  [
    429,
    {
      title: 'The receiver gets too many requests',
      cause:
        'The receiver, or something in front of it, says that it got more requests than it accepts for now.',
      nextStep: 'Lower how many requests the endpoint may get at once, or have the receiver’s limit raised.',
    },
  ],
  [
    502,
    {
      title: 'A proxy reports no valid answer from the receiver',
      cause:
        'A 502 says that a server in front of the receiver, such as a proxy, got no valid answer from it.',
      nextStep: 'Check that the receiver is running, and that the proxy in front of it reaches it.',
    },
  ],
  [
    503,
    {
      title: 'The receiver is not available',
      cause:
        'The receiver, or a server in front of it, says that it cannot take requests now, as when overloaded or in maintenance.',
      nextStep: 'Check that the receiver is running and can take the number of requests it gets.',
    },
  ],
  [
    504,
    {
      title: 'A proxy reports no answer from the receiver in time',
      cause: 'A 504 says that a server in front of the receiver, such as a proxy, waited for it in vain.',
      nextStep:
        'Have the receiver answer first and do its work afterwards, and check that the proxy reaches it.',
    },
  ],
])
