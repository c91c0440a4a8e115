import type { LocalText } from "../../../core/text.ts";
import { EXPOSURE_TOPICS } from "./exposure.ts";
import { FORM_TOPICS } from "./forms.ts";
import { HOST_TOPICS } from "./hosts.ts";
import { TLS_TOPICS } from "./tls.ts";
import { PRIVACY_TOPICS } from "./privacy.ts";
import { WEB_TOPICS } from "./web.ts";

/**
 * What a person does, by the id that a check gives as `topic` (review, ask-host), `change` (edit-form, edit-page) or `what`
 * (rotate-secrets). One table an area; an id is unique across them. `{element}`, `{from}` and `{to}` are the remedy's own.
 */
const TOPICS: Readonly<Record<string, LocalText>> = {
  ...TLS_TOPICS,
  ...WEB_TOPICS,
  ...EXPOSURE_TOPICS,
  ...FORM_TOPICS,
  ...PRIVACY_TOPICS,
  ...HOST_TOPICS,
};

/** Every id that has a sentence. */
export const TOPIC_IDS: readonly string[] = Object.keys(TOPICS);

/** The sentence of a topic; null for an id that this version does not know. */
export function topicText(id: string): LocalText | null {
  return Object.hasOwn(TOPICS, id) ? (TOPICS[id] ?? null) : null;
}
