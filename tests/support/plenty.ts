/** For chat-api where one person stands for many: they are not told to slow down. */
export const PLENTY = {
  RATE_LIMIT_PER_MINUTE: "10000000",
  RATE_LIMIT_BURST: "1000000",
  RATE_LIMIT_PER_SECOND: "1000000",
};
