import type { Answer } from "./exchange.ts";

/** What an answer looks like from outside: two rejections for the same reason have the same signature. */
export function signatureOf(answer: Answer): string {
  switch (answer.kind) {
    case "flight":
      return `suite:${answer.flight.hello.suite}`;
    case "sslv2":
      return "sslv2";
    case "alert":
      return `alert:${answer.alert.description}`;
    case "no-connection":
      return `no-connection:${answer.code}`;
    case "malformed":
      return `malformed:${answer.reason}`;
    case "not-made":
      return `not-made:${answer.reason}`;
    default:
      return answer.kind;
  }
}

/** A reset, a refusal or a silence: signs of a limit, of a dead host or of a hello that the server cannot bear. */
export function isTrouble(answer: Answer): boolean {
  return answer.kind === "reset" || answer.kind === "timeout" || answer.kind === "no-connection";
}
