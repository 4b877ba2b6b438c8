// Asks the sidecar of the pod that this runs in, and says what it answers. It is handed to Node as text.
const [method, path, body] = process.argv.slice(1);
const answer = await fetch(`http://127.0.0.1:3500${path}`, {
  method,
  headers: { "dapr-api-token": process.env.DAPR_API_TOKEN, "content-type": "application/json" },
  ...(body && { body }),
});
process.stdout.write(JSON.stringify({ status: answer.status, text: await answer.text() }));
