import type { ApprovalWords } from "../../replies/approval-words.ts";

/** How English asks for a yes, and what counts as one. */
export const approval: ApprovalWords = {
  ask: (effects) =>
    [
      "I have not done this yet:",
      ...effects.map((each) => `- ${each}`),
      "Shall I? Say yes or no.",
    ].join("\n"),
  elsewhere:
    "Say it on the page of Todo Mesh within a quarter of an hour: no assistant can say it for you.",
  yes: /^(?:y|yes|yep|yeah|yup|sure|ok|okay|of course|absolutely|approved?|confirm(?:ed)?|(?:(?:yes|ok|okay|sure),? )?(?:do (?:it|that|so)|go ahead|go for it|you may))$/i,
  no: /^(?:n|no|nope|nah|reject(?:ed)?|cancel|stop|never ?mind|(?:no,? )?(?:don['’]t|do not|don['’]t do (?:it|that)|do not do (?:it|that)|leave (?:it|that|them)|better not|rather not|thanks|thank you))$/i,
  rejected: "All right, I have done nothing of it.",
  outdated: "Your list was changed since I asked, so I have done nothing.",
  withdrawn: "You have said that anew, so I have done nothing of it.",
  expired: "I asked that too long ago, so I have done nothing. Please say again what you want.",
};
