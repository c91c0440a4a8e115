/** Whether an answer turns this visitor away: a bot wall's page, or "too many requests" (RFC 6585, section 4). */
export function isRefusal(answer: { readonly status: number; readonly challenge?: boolean | undefined }): boolean {
  return answer.challenge === true || answer.status === 429;
}
