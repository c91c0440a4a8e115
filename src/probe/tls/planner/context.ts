import type { ClientHello } from "../codec/client-hello.ts";
import type { StopAt } from "../codec/server-flight.ts";
import type { Answer } from "../exchange.ts";
import type { HelloBase } from "../hellos.ts";
import type { Session, Urgency } from "../session.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Rejections } from "./rejections.ts";

/** What every part of the planner works with. */
export interface PlannerContext {
  readonly session: Session;
  readonly base: HelloBase;
  readonly knowledge: Knowledge;
  readonly rejections: Rejections;
}

/** Asks, and tells the knowledge what came beside the answer. */
export async function askAndLearn(
  context: Pick<PlannerContext, "session" | "knowledge">,
  hello: ClientHello,
  read: StopAt,
  urgency: Urgency = "now",
): Promise<Answer> {
  const answer = await context.session.ask(hello, read, urgency);
  if (answer.kind === "flight") context.knowledge.learn(hello, answer.flight);
  return answer;
}
