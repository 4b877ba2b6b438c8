import "@fontsource-variable/inter";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/tasks.css";
import "./styles/chat.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { beginAnewWhereGone } from "./shell/begin-anew.ts";
import { keepPage } from "./offline/worker.ts";
import { directionOf } from "./words/direction.ts";
import { language } from "./words/words.ts";

beginAnewWhereGone();
document.documentElement.lang = language;
document.documentElement.dir = directionOf(language);
const client = new QueryClient({
  defaultOptions: {
    queries: { refetchOnWindowFocus: false, retry: 2, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});
const root = document.getElementById("root");
if (!root) throw new Error("The document has no place for the page");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);

// After the first paint, which it could only delay.
addEventListener("load", keepPage);
