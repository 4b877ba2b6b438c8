"""A listener beside the mesh in plain Python: it hears of tasks, and asks chat-api about them.

Nothing but the standard library, a Dapr sidecar of its own, and two tokens of its own. Whether chat-api
answers is for the table of calls to say, which does not name it: packages/contracts/src/calls.ts.
"""

import hmac
import json
import os
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOPIC = "todo.tasks.events"
APP_TOKEN = os.environ["APP_API_TOKEN"]
SIDECAR = f"http://127.0.0.1:{os.environ['DAPR_HTTP_PORT']}"
heard = []


def ask_standing(event):
    """Dapr service invocation: has anything happened to this task since?"""
    task = event["data"]["task"]
    body = {"tasks": [{"user_id": task["user_id"], "task_id": task["id"], "version": task["version"]}]}
    request = urllib.request.Request(
        f"{SIDECAR}/v1.0/invoke/chat-api/method/tasks/standing",
        data=json.dumps(body).encode(),
        headers={"content-type": "application/json", "dapr-api-token": os.environ["DAPR_API_TOKEN"]},
    )
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return json.load(answer)["tasks"][0]
    except urllib.error.HTTPError as error:
        return {"refused": error.code}


class Door(BaseHTTPRequestHandler):
    def reply(self, body, status=200):
        payload = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def let_in(self):
        return hmac.compare_digest(self.headers.get("dapr-api-token", ""), APP_TOKEN)

    def do_GET(self):
        if self.path == "/healthz":
            return self.reply({})
        if not self.let_in():
            return self.reply({"detail": "This door opens to the sidecar alone"}, 401)
        if self.path == "/dapr/subscribe":
            return self.reply([{"pubsubname": "pubsub", "topic": TOPIC, "route": "/events"}])
        if self.path == "/heard":
            return self.reply(heard)
        return self.reply({}, 404)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not self.let_in():
            return self.reply({"detail": "This door opens to the sidecar alone"}, 401)
        try:
            event = json.loads(body)
            is_task = "task" in event["data"]
        except (ValueError, KeyError, TypeError):
            # What cannot be read now cannot be read later: it must not hold up the next.
            return self.reply({"status": "DROP"})
        if is_task:
            heard.append({"id": event["id"], "type": event["type"], "title": event["data"]["task"]["title"], "standing": ask_standing(event)})
        return self.reply({"status": "SUCCESS"})

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ["APP_PORT"])), Door).serve_forever()
