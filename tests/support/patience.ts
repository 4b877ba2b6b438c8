import { jest } from "@jest/globals";

// Real processes take their time, and a busy machine takes it from all of them: a test that waits longer than this waits
// for something that will not come.
jest.setTimeout(90_000);
