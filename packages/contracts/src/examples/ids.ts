export const CHANGE_ID = "019aab2a-5c0e-7a3b-9d1f-2f6c8f0b7a11";
export const TURN_ID = "019aab2a-5b80-7c55-8a60-6d0f4b1c9e02";
export const BATCH_ID = "019aab2a-5b91-7d10-b3c7-90ab12cd34ef";
export const MADE_AT = "2026-12-01T17:42:05.120Z";
export const EXAMPLE_TASK_ID = "019aab2a-5bf2-7e61-8c2d-0a1b2c3d4e5f";
export const CONVERSATION_ID = "019aab2a-5b7c-7123-9f00-aabbccddeeff";
export const OCCURRENCE_ID = "5f0c1d2e-3a4b-5c6d-8e7f-9a0b1c2d3e4f";
export const ERASED_AT = "2026-12-24T10:00:00.000Z";
