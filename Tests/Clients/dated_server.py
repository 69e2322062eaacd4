"""dated_server.py FILE

Serves FILE as it is at each request, on a free port of 127.0.0.1, with the Date that the path names in seconds since 1970;
/none sends no Date. It prints the port and serves until standard input ends.
"""

import http.server
import pathlib
import sys
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = pathlib.Path(sys.argv[1]).read_bytes()
        name = self.path.lstrip("/")
        self.send_response_only(200)
        if name != "none":
            self.send_header("Date", self.date_time_string(int(name)))
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
