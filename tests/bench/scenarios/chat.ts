import { longConversations, manyChats } from "../chat/by-grammar.ts";
import { talkingModel } from "../chat/talking-model.ts";
import { firstWord, manyStreams } from "../chat/with-model.ts";
import type { Scenario } from "../figure.ts";
import { onMesh } from "../on-mesh.ts";

/** What a turn costs: by the grammar for very many people, and around a model that only talks. */
export const chat: Scenario = {
  name: "chat",
  measure: async () => {
    const model = await talkingModel();
    try {
      const byGrammar = await onMesh({ services: ["chat-api"] }, async (mesh) => [
        ...(await manyChats(mesh)),
        ...(await longConversations(mesh)),
      ]);
      const byModel = await onMesh(
        {
          services: ["chat-api"],
          env: { "chat-api-1": { MODEL_BASE_URL: model.baseUrl, MODEL: "talking" } },
        },
        async (mesh) => [await firstWord(mesh, model), ...(await manyStreams(mesh))],
      );
      return [...byGrammar, ...byModel];
    } finally {
      model.close();
    }
  },
};
