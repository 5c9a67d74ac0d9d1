/**
 * What may become of a question to the server.
 */

/** The server said no: status, code and a sentence in the reader's language. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.code = body.code ?? '';
  }
}

/** No answer came: no network, or a gateway without a server behind it. */
export class Unreachable extends Error {}

/** No answer came, and this browser has no room to let what was to be said wait. */
export class NotKept extends Error {}
